package baton.simulation;

import baton.desktop.sync.OutboxRow;
import baton.model.ConversationId;
import baton.model.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a device has still to bring about. A group that is gone for good holds up nothing.
record Unfinished(SimDevice device, LostGroup lost) {

    private MemoryStore store() {
        return device.store();
    }

    boolean isNothing() {
        return toSend().isEmpty()
                && toGiveBack().isEmpty()
                && draftsToTell().isEmpty()
                && marksToTell().isEmpty()
                && store().localSettings.isEmpty();
    }

    List<OutboxRow> toSend() {
        List<OutboxRow> rows = new ArrayList<>(store().outbox.values());
        rows.removeIf(row -> lost.isTo(device, row.conversation()));
        return rows;
    }

    Set<ConversationId> toGiveBack() {
        Set<ConversationId> aside = new TreeSet<>(store().aside.keySet());
        aside.removeIf(each -> lost.isTo(device, each));
        return aside;
    }

    Set<ConversationId> marksToTell() {
        Set<ConversationId> waiting = new TreeSet<>(store().localReads.keySet());
        waiting.removeIf(each -> lost.isTo(device, each));
        return waiting;
    }

    /// A draft of a group that was left, or that the relay has no more, is nobody's business.
    Set<ConversationId> draftsToTell() {
        Set<ConversationId> waiting = new TreeSet<>(store().localDrafts.keySet());
        waiting.removeIf(each ->
                store().info(each)
                        .map(Register.Info::left)
                        .orElseGet(() -> lost.isTo(device, each)));
        return waiting;
    }
}
