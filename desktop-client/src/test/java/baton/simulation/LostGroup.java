package baton.simulation;

import baton.desktop.sync.OutboxRow;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// Whether a conversation is that group, or the group as somebody has it whom the store forgot
    /// to be in it and whose invitation is gone: what this device holds has come back, and stays
    /// set aside there all the same, for nobody tells it so.
    boolean isTo(SimDevice device, ConversationId conversation) {
        return is(conversation)
                || (conversation.equals(Cast.GROUP)
                        && simulation.plan().losses().hasLostTails()
                        && isOutside(device, conversation)
                        && hasComeBack(device.store().aside(conversation)));
    }

    /// Whether the relay has a log of it that does not know this device's account, which it has
    /// been told if it ever knew of it.
    private boolean isOutside(SimDevice device, ConversationId conversation) {
        List<Chronicle.Entry> said = chronicle().of(conversation, Long.MAX_VALUE);
        boolean isStranger =
                PlainReading.of(conversation, said)
                        .firstVisible(device.identity().account())
                        .isEmpty();
        return !said.isEmpty()
                && isStranger
                && device.store()
                        .info(conversation)
                        .map(info -> info.left() && device.store().newest(conversation) == 0)
                        .orElse(true);
    }

    private Chronicle chronicle() {
        return simulation.relay().witness().chronicle();
    }

    private boolean hasComeBack(Collection<Event> aside) {
        Set<MessageId> said =
                simulation.relay().witness().chronicle().of(Cast.GROUP, Long.MAX_VALUE).stream()
                        .map(Chronicle.Entry::id)
                        .collect(Collectors.toSet());
        return aside.stream().map(Event::id).allMatch(said::contains);
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
