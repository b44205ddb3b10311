package baton.rules;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.MessageId;
import baton.model.Reaction;
import baton.model.Target;
import baton.model.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands of a message after edits, recalls and reactions, in whatever order they arrived. The
/// message's id decides what is about it, never a seq. Of edits, and of reactions by one account
/// with one emoji, the one with the greatest seq stands. Only the author edits and recalls. A
/// recall is absorbing: nothing else is left, and no later copy of the body brings it back.
public final class EventFold {
    private EventFold() {}

    /// Something said about a message.
    ///
    /// @param seq decides between two; what is not in the log yet comes after everything that is
    public record Said(long seq, AccountId author, Instant at, EventBody body) {
        public static Said of(Event event) {
            return new Said(event.seq(), event.author(), event.at(), event.body());
        }

        private boolean isBy(Event message) {
            return author.equals(message.author());
        }
    }

    /// The message that a body is about; empty if it stands for itself.
    public static Optional<Target> targetOf(EventBody body) {
        return switch (body) {
            case EventBody.Edited edited -> Optional.of(edited.target());
            case EventBody.Recalled recalled -> Optional.of(recalled.target());
            case EventBody.Reacted reacted -> Optional.of(reacted.target());
            default -> Optional.empty();
        };
    }

    /// Whether the event is a row of a timeline, and no change of another one.
    public static boolean isShown(EventBody body) {
        boolean wasEdit =
                body instanceof EventBody.Gone gone && gone.was().equals(EventBody.Edited.KIND);
        return !wasEdit && targetOf(body).isEmpty();
    }

    /// Which of two copies of one event a device keeps: the one that a recall has reached.
    public static Event kept(Event held, Event again) {
        return again.body() instanceof EventBody.Gone ? again : held;
    }

    /// What a recall leaves of a body.
    public static EventBody gone(EventBody body) {
        return body instanceof EventBody.Gone
                ? body
                : new EventBody.Gone(body.kind(), body.isCountable());
    }

    /// @param message a countable event
    /// @param said what is known about it; what is about another message is passed over
    public static Folded of(Event message, Collection<Said> said) {
        List<Said> about = about(message, said);
        if (isGone(message, about)) {
            return Folded.GONE;
        }
        List<Reaction> reactions = reactions(about);
        List<Said> edits = edits(message, about);
        if (!edits.isEmpty() && edits.getLast().body() instanceof EventBody.Edited last) {
            return new Folded(last.text(), last.mentions(), true, false, reactions);
        }
        return message.body() instanceof EventBody.Message first
                ? new Folded(first.text(), first.mentions(), false, false, reactions)
                : new Folded("", List.of(), false, false, reactions);
    }

    /// All that the message has said, the first wording first; empty if it is gone.
    public static List<Wording> history(Event message, Collection<Said> said) {
        List<Said> about = about(message, said);
        if (isGone(message, about) || !(message.body() instanceof EventBody.Message first)) {
            return List.of();
        }
        List<Wording> wordings = new ArrayList<>();
        wordings.add(new Wording(first.text(), message.at()));
        for (Said edit : edits(message, about)) {
            wordings.add(new Wording(((EventBody.Edited) edit.body()).text(), edit.at()));
        }
        return wordings;
    }

    private static boolean isGone(Event message, List<Said> about) {
        return message.body() instanceof EventBody.Gone
                || about.stream()
                        .anyMatch(one ->
                                one.body() instanceof EventBody.Recalled && one.isBy(message));
    }

    private static List<Said> edits(Event message, List<Said> about) {
        return message.body() instanceof EventBody.Message
                ? about.stream()
                        .filter(one -> one.body() instanceof EventBody.Edited && one.isBy(message))
                        .toList()
                : List.of();
    }

    private static List<Said> about(Event message, Collection<Said> said) {
        MessageId id = message.id();
        return said.stream()
                .filter(one -> targetOf(one.body()).map(Target::id).filter(id::equals).isPresent())
                .distinct()
                .sorted(Comparator.comparingLong(Said::seq))
                .toList();
    }

    /// Whose reaction with which emoji.
    private record Hand(String emoji, AccountId account) {}

    private static List<Reaction> reactions(List<Said> about) {
        Map<Hand, Boolean> standing = new LinkedHashMap<>();
        for (Said one : about) {
            if (one.body() instanceof EventBody.Reacted(var target, var emoji, var on)) {
                Hand hand = new Hand(emoji, one.author());
                standing.remove(hand);
                standing.put(hand, on);
            }
        }
        Map<String, List<AccountId>> accounts = new LinkedHashMap<>();
        standing.forEach((hand, on) -> {
            if (on) {
                accounts.computeIfAbsent(hand.emoji(), any -> new ArrayList<>())
                        .add(hand.account());
            }
        });
        return accounts.entrySet().stream()
                .map(entry -> new Reaction(entry.getKey(), entry.getValue()))
                .toList();
    }
}
