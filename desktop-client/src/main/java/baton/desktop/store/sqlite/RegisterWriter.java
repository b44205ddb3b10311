package baton.desktop.store.sqlite;

import baton.model.Member;
import baton.model.Register;
import java.util.List;
import java.util.stream.Collectors;

/// Writes register values; each replaces the one before.
final class RegisterWriter {
    private final Sql sql;

    RegisterWriter(Sql sql) {
        this.sql = sql;
    }

    /// Names of people stay known.
    void forgetAll() {
        for (String table :
                List.of(
                        "head",
                        "info",
                        "member",
                        "notable",
                        "read_mark",
                        "draft",
                        "delivered",
                        "read_by",
                        "device",
                        "setting",
                        "unknown_register")) {
            sql.run("DELETE FROM " + table);
        }
        sql.run("UPDATE feed SET cursor = 0");
    }

    void head(long number, long revision, Register.Head head) {
        sql.run(
                "INSERT OR REPLACE INTO head VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                revision,
                head.epoch(),
                head.seq(),
                head.count(),
                head.own(),
                head.digest(),
                head.at().toEpochMilli(),
                head.preview().author().handle(),
                head.preview().kind(),
                head.preview().text());
    }

    void info(long number, long revision, Register.Info info) {
        sql.run(
                """
                INSERT OR REPLACE INTO info (number, revision, epoch, version, title, floor, floor_count,
                floor_own, is_left, guarded, claim_holder, claim_epoch)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                number,
                revision,
                info.epoch(),
                info.version(),
                info.title(),
                info.floor(),
                info.floorCount(),
                info.floorOwn(),
                info.left() ? 1 : 0,
                info.guard().on() ? 1 : 0,
                info.guard().claim().holder(),
                info.guard().claim().epoch());
        sql.run("DELETE FROM member WHERE number = ?", number);
        int position = 0;
        for (Member member : info.members()) {
            String handle = member.account().handle();
            sql.run(
                    "INSERT INTO member VALUES (?, ?, ?, ?)",
                    number,
                    position++,
                    handle,
                    member.name());
            sql.run("INSERT OR REPLACE INTO person VALUES (?, ?)", handle, member.name());
        }
    }

    void read(long number, long revision, Register.Read read) {
        sql.run(
                "INSERT OR REPLACE INTO read_mark VALUES (?, ?, ?, ?, ?, ?)",
                number,
                revision,
                read.generation(),
                read.seq(),
                read.count(),
                read.own());
    }

    void draft(long number, long revision, Register.Draft draft) {
        sql.run(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?)",
                number,
                revision,
                draft.text(),
                draft.device().value(),
                draft.deviceName(),
                draft.at().toEpochMilli());
    }

    void delivered(long number, long revision, Register.Delivered delivered) {
        sql.run(
                "INSERT OR REPLACE INTO delivered VALUES (?, ?, ?, ?)",
                number,
                delivered.by().handle(),
                revision,
                delivered.seq());
    }

    void readBy(long number, long revision, Register.ReadBy readBy) {
        sql.run(
                "INSERT OR REPLACE INTO read_by VALUES (?, ?, ?, ?)",
                number,
                readBy.by().handle(),
                revision,
                readBy.seq());
    }

    void device(long revision, Register.Device device) {
        sql.run(
                """
                INSERT OR REPLACE INTO device (id, revision, name, platform, fence, beat, online,
                held, outgoing, at, current_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                device.device().value(),
                revision,
                device.name(),
                device.platform(),
                device.fence(),
                device.beat(),
                device.online() ? 1 : 0,
                device.held(),
                device.outgoing(),
                device.at().toEpochMilli(),
                device.currentAt().toEpochMilli());
        // This device may have been renamed, here or elsewhere.
        sql.run(
                "UPDATE identity SET device_name = ? WHERE device = ?",
                device.name(),
                device.device().value());
    }

    void notable(long number, long revision, Register.Notable notable) {
        sql.run(
                "INSERT OR REPLACE INTO notable VALUES (?, ?, ?, ?, ?, ?)",
                number,
                revision,
                notable.epoch(),
                notable.seq(),
                json(notable.recalled()),
                json(notable.mentions()));
    }

    private static String json(List<Long> seqs) {
        return seqs.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    void setting(long revision, Register.Setting setting) {
        sql.run(
                "INSERT OR REPLACE INTO setting VALUES (?, ?, ?, ?, ?, ?)",
                setting.name(),
                setting.scope(),
                revision,
                setting.value(),
                setting.epoch(),
                setting.revision());
    }
}
