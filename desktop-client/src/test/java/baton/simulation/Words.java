package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Target;
import baton.simulation.Happened.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// What people say about messages that they see: edits, recalls, reactions, replies, mentions.
final class Words {
    private static final int LAST = 6;

    /// In the time of so many things that people do.
    private static final long SOON = 4;

    private static final List<String> EMOJI = List.of("\u2764", "\u2b50");

    private final Simulation simulation;
    private final People people;
    private final SplittableRandom random;

    Words(Simulation simulation, People people, SplittableRandom random) {
        this.simulation = simulation;
        this.people = people;
        this.random = random;
    }

    void change(SimDevice device, ConversationId conversation) {
        int drawn = random.nextInt(11);
        if (drawn == 10) {
            name(device, conversation);
            return;
        }
        boolean isOwn = drawn < 6 && random.nextInt(4) > 0;
        message(device, conversation, isOwn)
                .ifPresent(message -> {
                    switch (drawn) {
                        case 0, 1, 2 -> edit(device, conversation, message);
                        case 3, 4, 5 -> recall(device, conversation, message);
                        default -> react(device, conversation, message);
                    }
                });
    }

    /// One of the newest messages on the screen, mostly the very last: so that people meet there,
    /// and lists show what they do.
    ///
    /// @param own whether one by the same person
    private Optional<Event> message(SimDevice device, ConversationId conversation, boolean own) {
        List<Event> shown = new ArrayList<>();
        for (Event event :
                device.store()
                        .events
                        .getOrDefault(conversation, new TreeMap<>())
                        .descendingMap()
                        .values()) {
            boolean fits = !own || event.author().equals(device.identity().account());
            if (fits && event.body() instanceof EventBody.Message) {
                shown.add(event);
            }
            if (shown.size() == LAST) {
                break;
            }
        }
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.get(upTo(upTo(upTo(shown.size() - 1)))));
    }

    private int upTo(int most) {
        return random.nextInt(most + 1);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void edit(SimDevice device, ConversationId conversation, Event message) {
        simulation.happened().count(What.EDITS);
        people.compose(
                device,
                conversation,
                new EventBody.Edited(message.asTarget(), people.text("edit"), mentions()));
    }

    private void recall(SimDevice device, ConversationId conversation, Event message) {
        simulation.happened().count(What.RECALLS);
        people.compose(device, conversation, new EventBody.Recalled(message.asTarget()));
    }

    private void react(SimDevice device, ConversationId conversation, Event message) {
        simulation.happened().count(What.REACTIONS);
        String emoji = pick(EMOJI);
        boolean on = !reactsWith(emoji, device, conversation, message) || random.nextInt(4) == 0;
        people.compose(device, conversation, new EventBody.Reacted(message.asTarget(), emoji, on));
        if (on && random.nextBoolean()) {
            simulation
                    .world()
                    .after(
                            random.nextLong(SOON * simulation.plan().pace().actEvery()),
                            () -> takeBack(device, conversation, message.asTarget(), emoji));
        }
    }

    /// Whoever reacted often thinks better of it, before or after others know of it.
    private void takeBack(
            SimDevice device, ConversationId conversation, Target message, String emoji) {
        if (simulation.isStormy() && People.isIn(device, conversation)) {
            people.compose(device, conversation, new EventBody.Reacted(message, emoji, false));
        }
    }

    /// As far as the device knows.
    private static boolean reactsWith(
            String emoji, SimDevice device, ConversationId conversation, Event message) {
        boolean stands = false;
        for (Event event :
                device.store().events.getOrDefault(conversation, new TreeMap<>()).values()) {
            if (event.author().equals(device.identity().account())
                    && event.body() instanceof EventBody.Reacted(var target, var which, var on)
                    && target.id().equals(message.id())
                    && which.equals(emoji)) {
                stands = on;
            }
        }
        return stands;
    }

    private List<AccountId> mentions() {
        boolean isAnybody = random.nextBoolean();
        if (isAnybody) {
            simulation.happened().count(What.MENTIONS);
        }
        return isAnybody ? List.of(pick(Cast.ACCOUNTS)) : List.of();
    }

    void name(SimDevice device, ConversationId conversation) {
        Target reply =
                message(device, conversation, false).map(Event::asTarget).orElse(Target.NONE);
        if (!reply.isNone()) {
            simulation.happened().count(What.REPLIES);
        }
        people.compose(
                device,
                conversation,
                new EventBody.Message(people.text("reply"), reply, mentions()));
    }
}
