package baton.desktop.runtime;

import baton.desktop.sync.StoreChange;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.Register;
import baton.rules.EventFold;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which hints follow from what was committed: the one place that knows what shows on which screen.
final class HintsOf {
    private final Map<ConversationId, Hint.Timeline> timelines = new LinkedHashMap<>();
    private final Set<Hint> others = new LinkedHashSet<>();

    private HintsOf() {}

    /// Each place to look at once, timelines first.
    static List<Hint> changes(List<StoreChange> changes) {
        HintsOf hints = new HintsOf();
        changes.forEach(hints::add);
        return hints.all();
    }

    private List<Hint> all() {
        Collection<Hint> all = new LinkedHashSet<>(timelines.values());
        all.addAll(others);
        return List.copyOf(all);
    }

    private void add(StoreChange change) {
        switch (change) {
            case StoreChange.EventsStored stored -> stored(stored.conversation(), stored.events());
            case StoreChange.SpansSet set -> {}
            case StoreChange.BodiesGone gone -> timeline(gone.conversation(), 1, gone.floor());
            case StoreChange.BodiesRecalled recalled ->
                    recalled.seqs().forEach(seq -> timeline(recalled.conversation(), seq, seq));
            case StoreChange.EventsSetAside set -> {
                timeline(set.conversation(), set.from(), Long.MAX_VALUE);
                row(set.conversation());
            }
            case StoreChange.AsideRemoved gone -> {}
            case StoreChange.EpochSet set -> {}
            case StoreChange.RegistersForgotten forgotten -> {}
            case StoreChange.LocalSettingPut put -> setting(put.setting().setting());
            case StoreChange.LocalSettingRemoved gone -> {}
            case StoreChange.RegisterSet set -> register(set.value().register());
            case StoreChange.CursorSet set -> {}
            case StoreChange.OutboxPut put -> outbox(put.row().conversation());
            case StoreChange.OutboxRemoved gone -> outbox(gone.conversation());
            case StoreChange.ClientSeqUsed used -> {}
            case StoreChange.LocalReadPut put -> row(put.read().conversation());
            case StoreChange.LocalReadRemoved gone -> row(gone.conversation());
            case StoreChange.LocalDraftPut put -> row(put.draft().conversation());
            case StoreChange.LocalDraftRemoved gone -> row(gone.conversation());
            case StoreChange.DraftCopyKept kept -> row(kept.draft().conversation());
            case StoreChange.DraftCopyRemoved gone -> row(gone.conversation());
        }
    }

    private void stored(ConversationId conversation, List<Event> events) {
        if (events.stream().allMatch(event -> EventFold.isShown(event.body()))) {
            timeline(conversation, events.getFirst().seq(), events.getLast().seq());
        } else {
            // What is said about a message is on its row, and on the row of whatever quotes it.
            timeline(conversation, 1, Long.MAX_VALUE);
        }
        row(conversation);
    }

    private void register(Register register) {
        switch (register) {
            case Register.Head head -> {
                // The hole below the head ends at another seq now.
                timeline(head.conversation(), head.seq(), head.seq());
                row(head.conversation());
            }
            case Register.Info info -> {
                // Names of authors and the floor are on every row.
                timeline(info.conversation(), 1, Long.MAX_VALUE);
                row(info.conversation());
            }
            case Register.Read read -> row(read.conversation());
            case Register.Draft draft -> row(draft.conversation());
            case Register.Delivered delivered -> ticks(delivered.conversation(), delivered.seq());
            case Register.ReadBy readBy -> ticks(readBy.conversation(), readBy.seq());
            case Register.Device device -> others.add(new Hint.Devices());
            case Register.Notable notable -> row(notable.conversation());
            case Register.Setting setting -> setting(setting);
            case Register.Unknown unknown -> {}
        }
    }

    private void setting(Register.Setting setting) {
        others.add(new Hint.Settings(setting.name(), setting.scope()));
        if (!setting.scope().isEmpty()) {
            row(new ConversationId(setting.scope()));
        }
    }

    private void ticks(ConversationId conversation, long upTo) {
        timeline(conversation, 1, upTo);
        row(conversation);
    }

    private void outbox(ConversationId conversation) {
        others.add(new Hint.Outbox(conversation));
        row(conversation);
    }

    private void row(ConversationId conversation) {
        others.add(new Hint.Conversation(conversation));
    }

    private void timeline(ConversationId conversation, long from, long to) {
        timelines.merge(
                conversation,
                new Hint.Timeline(conversation, from, to),
                (one, other) ->
                        new Hint.Timeline(
                                conversation,
                                Math.min(one.from(), other.from()),
                                Math.max(one.to(), other.to())));
    }
}
