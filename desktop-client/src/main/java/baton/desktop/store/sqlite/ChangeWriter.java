package baton.desktop.store.sqlite;

import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes changes inside a transaction that the caller holds. Knows the number of each
/// conversation.
final class ChangeWriter {
    private final Sql sql;
    private final RegisterWriter registers;
    private final SearchIndex search;
    private final Recalls recalls;
    private final EventWriter events;
    private final Map<ConversationId, Long> numbers = new HashMap<>();

    ChangeWriter(Sql sql) {
        this.sql = sql;
        this.registers = new RegisterWriter(sql);
        this.search = new SearchIndex(sql);
        this.recalls = new Recalls(sql, search);
        this.events = new EventWriter(sql, recalls, search);
    }

    /// Forgets what a transaction that failed may have done: numbers given out, texts taken away.
    void forget() {
        numbers.clear();
        recalls.forget();
        search.begin();
    }

    /// Makes the index of a file fit this build. Inside a transaction.
    void openSearch() {
        search.open();
    }

    /// Applies all of them and what follows from them together. Inside a transaction.
    void applyAll(List<StoreChange> changes) {
        changes.forEach(this::apply);
        search.end();
    }

    /// Makes some more texts findable. Inside a transaction.
    ///
    /// @param letters how many to read at most, one text at least
    /// @return how many texts are left
    long fillSearch(int letters) {
        new SearchFiller(sql, search).fill(letters);
        search.end();
        return SearchIndex.left(sql);
    }

    /// Whether a recall took a text away since this was asked last.
    boolean takeWiped() {
        return recalls.takeWiped();
    }

    void apply(StoreChange change) {
        switch (change) {
            case StoreChange.BodiesGone gone ->
                    events.drop(number(gone.conversation()), gone.floor());
            case StoreChange.BodiesRecalled recalled ->
                    recalls.recalled(number(recalled.conversation()), recalled.seqs());
            case StoreChange.EventsSetAside set ->
                    events.setAside(set.conversation(), number(set.conversation()), set.from());
            case StoreChange.AsideRemoved gone ->
                    AsideRows.remove(sql, gone.conversation(), gone.id());
            case StoreChange.EpochSet set -> sql.run("UPDATE feed SET epoch = ?", set.epoch());
            case StoreChange.RegistersForgotten forgotten -> registers.forgetAll();
            case StoreChange.LocalSettingPut put -> SettingRows.put(sql, put.setting());
            case StoreChange.LocalSettingRemoved gone -> SettingRows.remove(sql, gone.key());
            case StoreChange.EventsStored stored ->
                    events.store(
                            stored.conversation(), number(stored.conversation()), stored.events());
            case StoreChange.SpansSet set -> spans(number(set.conversation()), set.spans().spans());
            case StoreChange.RegisterSet set -> register(set);
            case StoreChange.CursorSet set -> sql.run("UPDATE feed SET cursor = ?", set.revision());
            case StoreChange.OutboxPut put -> outbox(put.row());
            case StoreChange.OutboxRemoved gone ->
                    sql.run(
                            "DELETE FROM outbox WHERE conversation = ? AND client_seq = ?",
                            gone.conversation().value(),
                            gone.clientSeq());
            case StoreChange.ClientSeqUsed used -> clientSeq(used);
            case StoreChange.LocalReadPut put -> localRead(put.read());
            case StoreChange.LocalReadRemoved gone -> remove("local_read", gone.conversation());
            case StoreChange.LocalDraftPut put -> draft("local_draft", put.draft());
            case StoreChange.LocalDraftRemoved gone -> remove("local_draft", gone.conversation());
            case StoreChange.DraftCopyKept kept -> draft("draft_copy", kept.draft());
            case StoreChange.DraftCopyRemoved gone -> remove("draft_copy", gone.conversation());
        }
    }

    private void spans(long number, List<Span> spans) {
        sql.run("DELETE FROM span WHERE number = ?", number);
        for (Span span : spans) {
            sql.run(
                    "INSERT INTO span VALUES (?, ?, ?, ?, ?)",
                    number,
                    span.from(),
                    span.to(),
                    span.countBefore(),
                    span.countAt());
        }
    }

    private void register(StoreChange.RegisterSet set) {
        long revision = set.value().revision();
        switch (set.value().register()) {
            case Register.Head head -> {
                registers.head(number(head.conversation()), revision, head);
                recalls.head(number(head.conversation()), head);
            }
            case Register.Info info -> registers.info(number(info.conversation()), revision, info);
            case Register.Read read -> registers.read(number(read.conversation()), revision, read);
            case Register.Draft draft ->
                    registers.draft(number(draft.conversation()), revision, draft);
            case Register.Delivered delivered ->
                    registers.delivered(number(delivered.conversation()), revision, delivered);
            case Register.ReadBy readBy ->
                    registers.readBy(number(readBy.conversation()), revision, readBy);
            case Register.Device device -> registers.device(revision, device);
            case Register.Notable notable ->
                    registers.notable(number(notable.conversation()), revision, notable);
            case Register.Setting setting -> registers.setting(revision, setting);
            case Register.Unknown unknown -> unknown(revision, unknown);
        }
    }

    private void unknown(long revision, Register.Unknown unknown) {
        sql.run(
                "INSERT OR REPLACE INTO unknown_register VALUES (?, ?, ?)",
                unknown.key(),
                revision,
                unknown.json());
    }

    private void clientSeq(StoreChange.ClientSeqUsed used) {
        sql.run(
                """
                INSERT INTO client_seq VALUES (?, ?)
                ON CONFLICT DO UPDATE SET last = MAX(last, excluded.last)
                """,
                used.conversation().value(),
                used.clientSeq());
    }

    private void localRead(Register.Read read) {
        sql.run(
                "INSERT OR REPLACE INTO local_read VALUES (?, ?, ?, ?, ?)",
                read.conversation().value(),
                read.generation(),
                read.seq(),
                read.count(),
                read.own());
    }

    private void outbox(OutboxRow row) {
        number(row.conversation());
        sql.run(
                """
                INSERT OR REPLACE INTO outbox (conversation, client_seq, id, seen, body, composed_at,
                state, acked_seq, code, claim) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                LocalRows.values(row));
    }

    private void draft(String table, LocalDraft draft) {
        number(draft.conversation());
        sql.run(
                "INSERT OR REPLACE INTO " + table + " VALUES (?, ?, ?, ?)",
                LocalRows.values(draft));
    }

    private void remove(String table, ConversationId conversation) {
        sql.run("DELETE FROM " + table + " WHERE conversation = ?", conversation.value());
    }

    /// The conversation's number, given out now if it has none: what has a number is in the list.
    private long number(ConversationId conversation) {
        Long known = numbers.get(conversation);
        if (known != null) {
            return known;
        }
        sql.run("INSERT OR IGNORE INTO conversation (id) VALUES (?)", conversation.value());
        long number =
                sql.number("SELECT number FROM conversation WHERE id = ?", conversation.value());
        numbers.put(conversation, number);
        return number;
    }
}
