package baton.desktop.store.sqlite;

import baton.desktop.store.DeviceRow;
import baton.desktop.store.Identity;
import baton.model.Register;
import baton.model.Revised;
import java.util.Comparator;
import java.util.List;

/// The device matrix. What other devices have is what they last reported; what this one has is
/// counted here and now.
final class DeviceQuery {
    private final Sql sql;
    private final Identity self;

    DeviceQuery(Sql sql, Identity self) {
        this.sql = sql;
        this.self = self;
    }

    List<DeviceRow> rows() {
        long visible =
                sql.number(
                        """
                        SELECT COALESCE(SUM(MAX(h.count - COALESCE(i.floor_count, 0), 0)), 0)
                        FROM head h LEFT JOIN info i ON i.number = h.number
                        """);
        return new RegisterReader(sql)
                .devices().stream()
                        .filter(revised -> !device(revised).wasSignedOut())
                        .map(revised -> row(revised, visible))
                        .sorted(
                                Comparator.comparing((DeviceRow row) -> !row.thisDevice())
                                        .thenComparing(DeviceRow::name)
                                        .thenComparing(DeviceRow::id))
                        .toList();
    }

    private DeviceRow row(Revised revised, long visible) {
        Register.Device device = device(revised);
        boolean isThis = device.device().equals(self.device());
        long held = isThis ? heldHere() : device.held();
        return new DeviceRow(
                device.device(),
                device.name(),
                device.platform(),
                isThis,
                device.online(),
                Math.max(0, visible - held),
                isThis ? outgoingHere() : device.outgoing(),
                device.at(),
                device.currentAt());
    }

    private static Register.Device device(Revised revised) {
        return (Register.Device) revised.register();
    }

    private long heldHere() {
        return sql.number("SELECT COALESCE(SUM(count_at - count_before), 0) FROM span");
    }

    private long outgoingHere() {
        return sql.number("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'");
    }
}
