package baton.simulation;

import baton.desktop.sync.OutboxRow;
import baton.model.ConversationId;
import baton.model.EventBody;

/// Whether the group of a run is gone for good: the relay's store has lost it, and no device that
/// is left holds its first event. Then nothing said in it can come back, but what the devices have
/// of it must stay there.
record LostGroup(Simulation simulation) {

    /// Whether a conversation is that group.
    boolean is(ConversationId conversation) {
        return conversation.equals(Cast.GROUP)
                && simulation.plan().losses().hasLostTails()
                && simulation.relay().log(conversation).isEmpty()
                && simulation.devices().stream().noneMatch(LostGroup::canBringItBack);
    }

    private static boolean canBringItBack(SimDevice device) {
        return device.store().aside(Cast.GROUP).stream()
                        .anyMatch(event -> event.body() instanceof EventBody.Created)
                || device.store().outbox.values().stream()
                        .filter(row -> row.conversation().equals(Cast.GROUP))
                        .map(OutboxRow::body)
                        .anyMatch(EventBody.Created.class::isInstance);
    }
}
