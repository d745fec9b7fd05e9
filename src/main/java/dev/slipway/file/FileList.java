package dev.slipway.file;

import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Finds files by what is known of them, newest first. Pages are by key, so the thousandth is
/// as fast as the first.
@Singleton
@Transactional
public class FileList {

    private final FileRows rows;
    private final RowMapping mapping;

    FileList(FileRows rows, RowMapping mapping) {
        this.rows = rows;
        this.mapping = mapping;
    }

    /// Up to `limit` files before `query.before()`.
    public List<FileRecord> page(FileQuery query, int limit) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        query.values()
                .forEach(
                        (condition, value) -> {
                            var name = "v" + values.size();
                            conditions.add(condition.formatted(":" + name));
                            values.put(name, value);
                        });
        var where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " and ";
        return rows
                .find(where + "state not in ('deleted', 'merged') order by id desc", values)
                .page(Page.ofSize(limit))
                .stream()
                .map(mapping::record)
                .toList();
    }
}
