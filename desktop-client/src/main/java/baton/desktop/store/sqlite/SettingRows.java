package baton.desktop.store.sqlite;

import baton.model.Register;
import java.util.List;

/// Settings as they count on this device: what it has set itself and the relay has not confirmed
/// yet comes before what the relay tells.
final class SettingRows {
    private static final String STANDING =
            """
            SELECT name, scope, value FROM local_setting
            UNION ALL
            SELECT name, scope, value FROM setting s WHERE NOT EXISTS (
                SELECT 1 FROM local_setting l WHERE l.name = s.name AND l.scope = s.scope)
            """;

    private SettingRows() {}

    static String value(Sql sql, String name, String scope) {
        return sql.first(
                        "SELECT value FROM (" + STANDING + ") WHERE name = ? AND scope = ?",
                        row -> row.getString(1),
                        name,
                        scope)
                .orElse("");
    }

    /// Those that are not at their default, by name and scope.
    static List<Register.Setting> standing(Sql sql) {
        return sql.list(
                "SELECT * FROM (" + STANDING + ") WHERE value <> '' ORDER BY name, scope",
                row ->
                        new Register.Setting(
                                row.getString("name"),
                                row.getString("scope"),
                                row.getString("value")));
    }
}
