package baton.desktop.store.sqlite;

import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Guard;
import baton.model.Member;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Revised;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads register values back exactly as they were written.
final class RegisterReader {
    private final Sql sql;

    RegisterReader(Sql sql) {
        this.sql = sql;
    }

    List<Revised> heads(Scope scope) {
        return of("head", scope, RegisterReader::head);
    }

    List<Revised> reads(Scope scope) {
        return of(
                "read_mark",
                scope,
                row ->
                        new Register.Read(
                                conversation(row),
                                row.getLong("generation"),
                                row.getLong("seq"),
                                row.getLong("count"),
                                row.getLong("own")));
    }

    List<Revised> drafts(Scope scope) {
        return of(
                "draft",
                scope,
                row ->
                        new Register.Draft(
                                conversation(row),
                                row.getString("text"),
                                new DeviceId(row.getString("device")),
                                row.getString("device_name"),
                                Instant.ofEpochMilli(row.getLong("at"))));
    }

    List<Revised> infos(Scope scope) {
        Map<Long, List<Member>> members = members(scope);
        return of(
                "info",
                scope,
                row ->
                        new Register.Info(
                                conversation(row),
                                row.getLong("epoch"),
                                row.getLong("version"),
                                row.getString("title"),
                                members.getOrDefault(row.getLong("number"), List.of()),
                                row.getLong("floor"),
                                row.getLong("floor_count"),
                                row.getLong("floor_own"),
                                row.getInt("is_left") == 1,
                                new Guard(
                                        row.getInt("guarded") == 1,
                                        new Claim(
                                                row.getString("claim_holder"),
                                                row.getLong("claim_epoch")))));
    }

    List<Revised> notables(Scope scope) {
        return of(
                "notable",
                scope,
                row ->
                        new Register.Notable(
                                conversation(row),
                                row.getLong("epoch"),
                                row.getLong("seq"),
                                seqs(row.getString("recalled")),
                                seqs(row.getString("mentions"))));
    }

    List<Revised> settings() {
        return sql.list(
                "SELECT * FROM setting",
                row -> new Revised(row.getLong("revision"), SettingRows.placed(row)));
    }

    /// Of a JSON array as [RegisterWriter] writes it.
    private static List<Long> seqs(String json) {
        String inner = json.substring(1, json.length() - 1);
        return inner.isEmpty()
                ? List.of()
                : Arrays.stream(inner.split(",", -1)).map(Long::valueOf).toList();
    }

    List<Revised> delivered() {
        return of(
                "delivered",
                Scope.ALL,
                row -> new Register.Delivered(conversation(row), by(row), row.getLong("seq")));
    }

    List<Revised> readBy() {
        return of(
                "read_by",
                Scope.ALL,
                row -> new Register.ReadBy(conversation(row), by(row), row.getLong("seq")));
    }

    List<Revised> devices() {
        return sql.list(
                "SELECT * FROM device",
                row -> new Revised(row.getLong("revision"), RegisterReader.device(row)));
    }

    List<Revised> unknown() {
        return sql.list(
                "SELECT * FROM unknown_register",
                row ->
                        new Revised(
                                row.getLong("revision"),
                                new Register.Unknown(
                                        row.getString("key"), row.getString("value"))));
    }

    private Map<Long, List<Member>> members(Scope scope) {
        Map<Long, List<Member>> members = new LinkedHashMap<>();
        sql.list(
                "SELECT * FROM member" + scope.where("number") + " ORDER BY number, position",
                row ->
                        members.computeIfAbsent(row.getLong("number"), any -> new ArrayList<>())
                                .add(
                                        new Member(
                                                new AccountId(row.getString("handle")),
                                                row.getString("name"))),
                scope.numbers());
        return members;
    }

    private List<Revised> of(String table, Scope scope, Sql.RowReader<Register> reader) {
        return sql.list(
                "SELECT r.*, c.id AS conversation FROM "
                        + table
                        + " r JOIN conversation c ON c.number = r.number"
                        + scope.where("r.number"),
                row -> new Revised(row.getLong("revision"), reader.read(row)),
                scope.numbers());
    }

    private static Register head(ResultSet row) throws SQLException {
        return new Register.Head(
                conversation(row),
                row.getLong("epoch"),
                row.getLong("seq"),
                row.getLong("count"),
                row.getLong("own"),
                row.getLong("digest"),
                Instant.ofEpochMilli(row.getLong("at")),
                new Preview(
                        new AccountId(row.getString("author")),
                        row.getString("kind"),
                        row.getString("text")));
    }

    private static Register device(ResultSet row) throws SQLException {
        return new Register.Device(
                new DeviceId(row.getString("id")),
                row.getString("name"),
                row.getString("platform"),
                row.getLong("fence"),
                row.getLong("beat"),
                row.getInt("online") == 1,
                row.getLong("held"),
                row.getLong("outgoing"),
                Instant.ofEpochMilli(row.getLong("at")),
                Instant.ofEpochMilli(row.getLong("current_at")));
    }

    private static ConversationId conversation(ResultSet row) throws SQLException {
        return LocalRows.conversation(row);
    }

    private static AccountId by(ResultSet row) throws SQLException {
        return new AccountId(row.getString("handle"));
    }
}
