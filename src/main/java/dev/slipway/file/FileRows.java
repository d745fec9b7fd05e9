package dev.slipway.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/// The table `file`.
@Singleton
class FileRows implements PanacheRepositoryBase<FileRow, UUID> {}
