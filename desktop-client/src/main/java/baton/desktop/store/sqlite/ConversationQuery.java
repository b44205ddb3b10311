package baton.desktop.store.sqlite;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.Identity;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.LocalDraft;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.Member;
import baton.model.Preview;
import baton.model.Register;
import baton.model.SettingNames;
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
    private final Preview noPreview;

    ConversationQuery(Sql sql, Identity self) {
        this.sql = sql;
        this.self = self;
        this.noPreview = new Preview(self.account(), "", "");
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
                    || tables.own().pending().containsKey(id)
                    || tables.own().drafts().containsKey(id)
                    || tables.own().copies().containsKey(id)
                    || tables.newest().containsKey(entry.number())
                    || draft().filter(draft -> !draft.text().isEmpty()).isPresent();
        }

        ConversationRow row() {
            Beyond known =
                    Beyond.of(
                            sql,
                            self.account(),
                            entry,
                            new Beyond(head(), Unread.standing(notable(), head())),
                            tables.newest().getOrDefault(entry.number(), 0L));
            return new ConversationRow(
                    id,
                    title(),
                    members(),
                    last(known.head()),
                    new ConversationRow.Badge(
                            Unread.of(known.head(), read(), info(), known.notable()),
                            Unread.mentions(known.head(), read(), info(), known.notable())),
                    new ConversationRow.Bounds(read().seq(), known.head().seq(), info().floor()),
                    new ConversationRow.Terms(
                            info().left(), info().guard().on(), info().guard().claim()),
                    new ConversationRow.Flags(
                            setting(SettingNames.PINNED).equals(SettingNames.ON),
                            setting(SettingNames.MUTED),
                            setting(SettingNames.ARCHIVED).equals(SettingNames.ON)),
                    shownDraft());
        }

        private String setting(String name) {
            return tables.settings().getOrDefault(Register.Setting.keyOf(name, id.value()), "");
        }

        private Register.Head head() {
            return tables.heads()
                    .getOrDefault(
                            id, new Register.Head(id, 0, 0, 0, 0, 0, Instant.EPOCH, noPreview));
        }

        private Register.Notable notable() {
            return tables.notables()
                    .getOrDefault(id, new Register.Notable(id, 0, 0, List.of(), List.of()));
        }

        private Register.Info info() {
            return tables.infos().getOrDefault(id, noInfo());
        }

        private Register.Info noInfo() {
            List<Member> members =
                    id.namedMembers().stream()
                            .map(who -> new Member(who, tables.name(who)))
                            .toList();
            return new Register.Info(id, 0, 0, "", members, 1, 0, 0, false, Guard.NONE);
        }

        private Register.Read read() {
            return tables.reads().getOrDefault(id, new Register.Read(id, 0, 0, 0, 0));
        }

        private Optional<Register.Draft> draft() {
            return Optional.ofNullable(tables.drafts().get(id));
        }

        private Receipts receipts() {
            return tables.receipts().getOrDefault(entry.number(), Receipts.NONE);
        }

        private List<Member> members() {
            return info().members();
        }

        private String title() {
            return switch (id.kind()) {
                case NOTES -> "";
                case GROUP -> info().title();
                case DIRECT -> id.peerOf(self.account()).map(tables::name).orElse("");
            };
        }

        private ConversationRow.Last last(Register.Head head) {
            TimelineRow.Pending pending = tables.own().pending().get(id);
            if (pending != null) {
                EventBody body = pending.body();
                String text = body instanceof EventBody.Message message ? message.text() : "";
                return last(
                        new Preview(self.account(), body.kind(), text),
                        pending.at(),
                        pending.tick());
            }
            if (head.seq() == 0) {
                LocalDraft typed = tables.own().drafts().get(id);
                Instant at = typed == null ? Instant.EPOCH : typed.at();
                return last(noPreview, at, Tick.NONE);
            }
            boolean own = head.preview().author().equals(self.account());
            return last(head.preview(), head.at(), receipts().tick(own, head.seq()));
        }

        private ConversationRow.Last last(Preview line, Instant at, Tick tick) {
            return new ConversationRow.Last(
                    line.author(), tables.name(line.author()), line.kind(), line.text(), at, tick);
        }

        private ConversationRow.Draft shownDraft() {
            LocalDraft copy = tables.own().copies().get(id);
            String kept = copy == null ? "" : copy.text();
            LocalDraft typed = tables.own().drafts().get(id);
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
