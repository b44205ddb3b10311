package baton.simulation;

import baton.model.ConversationId;
import java.util.TreeMap;

/// Whether nobody is left who knows of a conversation that the relay still has: feeds went back to
/// before it began, and no device that is left has anything of it. It is told of again as soon as
/// somebody says something in it.
record ForgottenLog(Simulation simulation) {
    boolean is(ConversationId conversation) {
        return simulation.plan().losses().hasLostTails()
                && simulation.devices().stream()
                        .noneMatch(device -> knows(device.store(), conversation));
    }

    private static boolean knows(MemoryStore store, ConversationId conversation) {
        return store.info(conversation).isPresent()
                || !store.events.getOrDefault(conversation, new TreeMap<>()).isEmpty()
                || store.aside.containsKey(conversation)
                || store.outbox.values().stream()
                        .anyMatch(row -> row.conversation().equals(conversation));
    }
}
