package dev.slipway.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/// The table `variant`.
@Singleton
class VariantRows implements PanacheRepositoryBase<VariantRow, VariantRow.Key> {}
