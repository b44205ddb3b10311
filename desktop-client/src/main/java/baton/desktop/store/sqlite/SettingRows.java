package baton.desktop.store.sqlite;

import baton.desktop.sync.LocalSetting;
import baton.model.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Settings as they count on this device: what it has still to tell the relay comes before what the
/// relay tells.
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
                SettingRows::setting);
    }

    /// What this device has still to tell.
    static List<LocalSetting> waiting(Sql sql) {
        return sql.list("SELECT * FROM local_setting ORDER BY name, scope", SettingRows::local);
    }

    static void put(Sql sql, LocalSetting local) {
        sql.run(
                "INSERT OR REPLACE INTO local_setting VALUES (?, ?, ?, ?, ?)",
                local.setting().name(),
                local.setting().scope(),
                local.setting().value(),
                local.epoch(),
                local.revision());
    }

    /// @param key of the setting's register
    static void remove(Sql sql, String key) {
        for (LocalSetting local : waiting(sql)) {
            if (local.setting().key().equals(key)) {
                sql.run(
                        "DELETE FROM local_setting WHERE name = ? AND scope = ?",
                        local.setting().name(),
                        local.setting().scope());
            }
        }
    }

    static LocalSetting local(ResultSet row) throws SQLException {
        return new LocalSetting(setting(row), row.getLong("epoch"), row.getLong("revision"));
    }

    /// @param row of one that the relay has confirmed
    static Register.Setting placed(ResultSet row) throws SQLException {
        return setting(row).at(row.getLong("epoch"), row.getLong("first_revision"));
    }

    private static Register.Setting setting(ResultSet row) throws SQLException {
        return new Register.Setting(
                row.getString("name"), row.getString("scope"), row.getString("value"));
    }
}
