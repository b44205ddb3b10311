package baton.desktop.store.sqlite;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.Identity;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.LocalDraft;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Member;
import baton.model.Register;
import baton.model.Tally;
import baton.rules.Unread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Rows of the conversation list, joined from one reading of each table.
final class ConversationQuery {
    private final Sql sql;
    private final Identity self;

    ConversationQuery(Sql sql, Identity self) {
        this.sql = sql;
        this.self = self;
    }

    List<ConversationRow> rows(Scope scope) {
        ConversationTables tables = ConversationTables.of(sql, scope, self.account());
        List<ConversationRow> rows = new ArrayList<>();
        for (Scope.Entry entry : entries(scope)) {
            One one = new One(entry, tables);
            if (one.isAnything()) {
                rows.add(one.row());
            }
        }
        rows.sort(
                Comparator.comparing((ConversationRow row) -> row.last().at())
                        .reversed()
                        .thenComparing(ConversationRow::id));
        return List.copyOf(rows);
    }

    private List<Scope.Entry> entries(Scope scope) {
        return scope.only().isEmpty()
                ? sql.list(
                        "SELECT number, id AS conversation FROM conversation",
                        row -> new Scope.Entry(row.getLong("number"), LocalRows.conversation(row)))
                : scope.only();
    }

    /// One conversation on its way to a row.
    private final class One {
        private final Scope.Entry entry;
        private final ConversationId id;
        private final ConversationTables tables;

        One(Scope.Entry entry, ConversationTables tables) {
            this.entry = entry;
            this.id = entry.id();
            this.tables = tables;
        }

        /// Whether there is anything to show; a number may outlive all that it was given for.
        boolean isAnything() {
            return tables.heads().containsKey(id)
                    || tables.infos().containsKey(id)
                    || tables.pending().containsKey(id)
                    || tables.localDrafts().containsKey(id)
                    || tables.copies().containsKey(id)
                    || tables.newest().containsKey(entry.number())
                    || draft().filter(draft -> !draft.text().isEmpty()).isPresent();
        }

        ConversationRow row() {
            Optional<Event> beyond = beyondHead();
            return new ConversationRow(
                    id,
                    title(),
                    members(),
                    info().map(Register.Info::left).orElse(false),
                    last(beyond),
                    Unread.of(headTally(beyond), readTally()),
                    read().map(Register.Read::seq).orElse(0L),
                    beyond.map(Event::seq).orElse(headSeq()),
                    floor(),
                    shownDraft());
        }

        private Optional<Register.Head> head() {
            return Optional.ofNullable(tables.heads().get(id));
        }

        private Optional<Register.Info> info() {
            return Optional.ofNullable(tables.infos().get(id));
        }

        private Optional<Register.Read> read() {
            return Optional.ofNullable(tables.reads().get(id));
        }

        private Optional<Register.Draft> draft() {
            return Optional.ofNullable(tables.drafts().get(id));
        }

        private long headSeq() {
            return head().map(Register.Head::seq).orElse(0L);
        }

        private long floor() {
            return info().map(Register.Info::floor).orElse(1L);
        }

        private Receipts receipts() {
            return tables.receipts().getOrDefault(entry.number(), Receipts.NONE);
        }

        private boolean isOwn(AccountId author) {
            return author.equals(self.account());
        }

        /// The newest held event, if it is here before its head register.
        private Optional<Event> beyondHead() {
            long newest = tables.newest().getOrDefault(entry.number(), 0L);
            return newest <= headSeq()
                    ? Optional.empty()
                    : sql.first(
                            "SELECT * FROM event WHERE key = ?",
                            EventRows::read,
                            EventRows.key(entry.number(), newest));
        }

        private Tally headTally(Optional<Event> beyond) {
            return beyond.map(event ->
                            new TallyReader(sql, self.account())
                                    .at(Scope.of(entry.number(), id), event.seq()))
                    .orElse(head().map(Register.Head::tally).orElse(Tally.ZERO));
        }

        /// What lies below the floor is not unread: the account never saw it.
        private Tally readTally() {
            long floorCount = info().map(Register.Info::floorCount).orElse(0L);
            return read().filter(mark -> mark.seq() >= floor() - 1)
                    .map(Register.Read::tally)
                    .orElse(new Tally(floorCount, 0));
        }

        private List<Member> members() {
            return info().map(Register.Info::members)
                    .orElseGet(() ->
                            id.namedMembers().stream()
                                    .map(who -> new Member(who, tables.name(who)))
                                    .toList());
        }

        private String title() {
            return switch (id.kind()) {
                case NOTES -> "";
                case GROUP -> info().map(Register.Info::title).orElse("");
                case DIRECT -> id.peerOf(self.account()).map(tables::name).orElse("");
            };
        }

        private ConversationRow.Last last(Optional<Event> beyond) {
            TimelineRow.Pending pending = tables.pending().get(id);
            if (pending != null) {
                return last(self.account(), pending.body(), pending.at(), pending.tick());
            }
            return beyond.map(
                            event -> {
                                Tick tick = receipts().tick(isOwn(event.author()), event.seq());
                                return last(event.author(), event.body(), event.at(), tick);
                            })
                    .orElseGet(this::lastOfHead);
        }

        private ConversationRow.Last lastOfHead() {
            return head().filter(head -> head.seq() > 0)
                    .map(head -> {
                        AccountId author = head.preview().author();
                        return new ConversationRow.Last(
                                author,
                                tables.name(author),
                                head.preview().kind(),
                                head.preview().text(),
                                head.at(),
                                receipts().tick(isOwn(author), head.seq()));
                    })
                    .orElseGet(this::noLast);
        }

        private ConversationRow.Last noLast() {
            LocalDraft typed = tables.localDrafts().get(id);
            Instant at = typed == null ? Instant.EPOCH : typed.at();
            return new ConversationRow.Last(
                    self.account(), tables.name(self.account()), "", "", at, Tick.NONE);
        }

        private ConversationRow.Last last(AccountId author, EventBody body, Instant at, Tick tick) {
            String text = body instanceof EventBody.Message message ? message.text() : "";
            return new ConversationRow.Last(
                    author, tables.name(author), body.kind(), text, at, tick);
        }

        private ConversationRow.Draft shownDraft() {
            LocalDraft copy = tables.copies().get(id);
            String kept = copy == null ? "" : copy.text();
            LocalDraft typed = tables.localDrafts().get(id);
            if (typed != null) {
                return new ConversationRow.Draft(
                        typed.text(), true, self.deviceName(), typed.at(), kept);
            }
            return draft().filter(told -> !told.text().isEmpty())
                    .map(told ->
                            new ConversationRow.Draft(
                                    told.text(),
                                    told.device().equals(self.device()),
                                    told.deviceName(),
                                    told.at(),
                                    kept))
                    .orElse(new ConversationRow.Draft("", true, "", Instant.EPOCH, kept));
        }
    }
}
