package baton.desktop.store.sqlite;

import baton.desktop.store.Quote;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.LocalDraft;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Revised;
import baton.rules.EventFold;
import baton.rules.RegisterMerge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// All that is known of the conversations of a scope, each table read once.
///
/// @param reads the farther of the account's mark and this device's own
/// @param settings values by [Register.Setting#keyOf]
/// @param receipts by conversation number
/// @param newest end of the newest span, by conversation number
/// @param names of all people, by handle
record ConversationTables(
        Map<ConversationId, Register.Head> heads,
        Map<ConversationId, Register.Info> infos,
        Map<ConversationId, Register.Notable> notables,
        Map<ConversationId, Register.Read> reads,
        Map<ConversationId, Register.Draft> drafts,
        Own own,
        Map<String, String> settings,
        Map<Long, Receipts> receipts,
        Map<Long, Long> newest,
        Map<String, String> names) {

    /// What only this device knows.
    ///
    /// @param pending the newest row of the outbox that is a row of the timeline
    record Own(
            Map<ConversationId, LocalDraft> drafts,
            Map<ConversationId, LocalDraft> copies,
            Map<ConversationId, TimelineRow.Pending> pending) {}

    static ConversationTables of(Sql sql, Scope scope, AccountId self) {
        RegisterReader registers = new RegisterReader(sql);
        Map<ConversationId, Register.Read> reads =
                byId(registers.reads(scope), Register.Read.class, Register.Read::conversation);
        for (Register.Read local : local(sql, "local_read", scope, LocalRows::read)) {
            reads.merge(local.conversation(), local, RegisterMerge::farther);
        }
        return new ConversationTables(
                byId(registers.heads(scope), Register.Head.class, Register.Head::conversation),
                byId(registers.infos(scope), Register.Info.class, Register.Info::conversation),
                byId(
                        registers.notables(scope),
                        Register.Notable.class,
                        Register.Notable::conversation),
                reads,
                byId(registers.drafts(scope), Register.Draft.class, Register.Draft::conversation),
                new Own(
                        index(
                                local(sql, "local_draft", scope, LocalRows::draft),
                                LocalDraft::conversation),
                        index(
                                local(sql, "draft_copy", scope, LocalRows::draft),
                                LocalDraft::conversation),
                        index(pending(sql, scope), TimelineRow.Pending::conversation)),
                settings(sql),
                Receipts.of(sql, scope, self),
                newest(sql, scope),
                names(sql));
    }

    String name(AccountId who) {
        return names.getOrDefault(who.handle(), who.handle());
    }

    /// In the order of their clientSeqs: the last one of a conversation stays.
    private static List<TimelineRow.Pending> pending(Sql sql, Scope scope) {
        return sql
                .list(
                        "SELECT * FROM outbox"
                                + scope.where("conversation")
                                + " ORDER BY client_seq",
                        LocalRows::outbox,
                        scope.ids())
                .stream()
                .filter(row -> EventFold.isShown(row.body()))
                .map(row -> PendingRows.of(row, Quote.NONE))
                .toList();
    }

    private static Map<String, String> settings(Sql sql) {
        Map<String, String> settings = new HashMap<>();
        SettingRows.standing(sql).forEach(one -> settings.put(one.key(), one.value()));
        return settings;
    }

    private static Map<Long, Long> newest(Sql sql, Scope scope) {
        Map<Long, Long> newest = new HashMap<>();
        sql.list(
                "SELECT number, MAX(last) AS last FROM span"
                        + scope.where("number")
                        + " GROUP BY number",
                row -> newest.put(row.getLong("number"), row.getLong("last")),
                scope.numbers());
        return newest;
    }

    private static Map<String, String> names(Sql sql) {
        Map<String, String> names = new HashMap<>();
        sql.list(
                "SELECT handle, name FROM person",
                row -> names.put(row.getString("handle"), row.getString("name")));
        return names;
    }

    private static <T> List<T> local(Sql sql, String table, Scope scope, Sql.RowReader<T> reader) {
        return sql.list(
                "SELECT * FROM " + table + scope.where("conversation"), reader, scope.ids());
    }

    private static <R> Map<ConversationId, R> byId(
            List<Revised> revised, Class<R> type, Function<R, ConversationId> id) {
        return index(revised.stream().map(Revised::register).map(type::cast).toList(), id);
    }

    private static <R> Map<ConversationId, R> index(
            List<R> values, Function<R, ConversationId> id) {
        Map<ConversationId, R> map = new HashMap<>();
        values.forEach(value -> map.put(id.apply(value), value));
        return map;
    }
}
