package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.relay.log.Append;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// All that the relay's logs took, to the letter, written down behind every fault: what nobody may
/// read any more stands here still. What a store lost is struck out by what came in its place.
final class Chronicle {
    private final Map<ConversationId, NavigableMap<Long, Entry>> logs = new TreeMap<>();
    private final Map<MessageId, EventBody> words = new HashMap<>();
    private final Map<MessageId, Meant> meant = new HashMap<>();
    private final Set<MessageId> gone = new HashSet<>();
    private final Map<MessageId, Instant> storedAt = new HashMap<>();
    private final Map<Number, Set<Refusal>> refused = new HashMap<>();

    /// What a person meant to say, having seen so much and under this claim.
    private record Meant(EventBody body, long seen, long claim) {
        static Meant of(Append append) {
            return new Meant(append.body(), append.terms().seen(), append.terms().claim());
        }

        /// The same, if it is about a message that has another place by now.
        Meant sentAs(EventBody sent) {
            boolean isMoved = PlainReading.wherever(sent).equals(PlainReading.wherever(body));
            return isMoved ? new Meant(sent, seen, claim) : this;
        }
    }

    /// What a device calls a send of its own.
    private record Number(ConversationId conversation, DeviceId device, long clientSeq) {}

    /// Something that was said.
    ///
    /// @param seen newest seq that its author had seen
    /// @param claim under which it was sent
    /// @param isOffered whether it came back after a store had lost it
    /// @param isBuried whether it came back without its text
    record Entry(
            long seq,
            MessageId id,
            AccountId author,
            DeviceId device,
            long seen,
            long claim,
            Instant at,
            boolean isOffered,
            boolean isBuried,
            EventBody body) {

        private static Entry of(Append append, long seq, Meant meant) {
            return new Entry(
                    seq,
                    append.id(),
                    append.author(),
                    append.device(),
                    meant.seen(),
                    meant.claim(),
                    append.at(),
                    false,
                    false,
                    meant.body());
        }
    }

    /// A person says something.
    void meant(MessageId id, EventBody body, long seen, long claim) {
        meant.put(id, new Meant(body, seen, claim));
    }

    /// A person says it again, perhaps after having seen more, and under no claim.
    void meantStill(MessageId id, long seen) {
        meant.computeIfPresent(
                id, (_, said) -> new Meant(said.body(), Math.max(said.seen(), seen), 0));
    }

    /// What a person had seen is no more than so much of the log that stands now.
    void saw(MessageId id, long seen) {
        meant.computeIfPresent(
                id, (_, said) -> new Meant(said.body(), Math.min(said.seen(), seen), said.claim()));
    }

    void stored(Append append, long seq) {
        Meant said = meant.getOrDefault(append.id(), Meant.of(append)).sentAs(append.body());
        words.put(append.id(), said.body());
        storedAt.put(append.id(), append.at());
        if (said.body() instanceof EventBody.Recalled recalled) {
            gone.add(recalled.target().id());
        }
        put(append.conversation(), Entry.of(append, seq, said));
    }

    /// Whether the text of an event was recalled, in whichever past. What is left of it then need
    /// not come back: of an edit nobody can say any more of which message it was, and of a message
    /// only whoever holds its recall besides.
    boolean wasRecalled(MessageId id) {
        return words.get(id) instanceof EventBody.Edited edited
                ? gone.contains(edited.target().id())
                : gone.contains(id);
    }

    /// When a log took something, in whichever past; empty if none ever did.
    Optional<Instant> storedAt(MessageId id) {
        return Optional.ofNullable(storedAt.get(id));
    }

    /// It came back, perhaps without its text.
    void restored(ConversationId conversation, Event event, long seq) {
        put(
                conversation,
                new Entry(
                        seq,
                        event.id(),
                        event.author(),
                        event.device(),
                        0,
                        0,
                        event.at(),
                        true,
                        event.body() instanceof EventBody.Gone,
                        words.getOrDefault(event.id(), event.body())));
    }

    private void put(ConversationId conversation, Entry entry) {
        NavigableMap<Long, Entry> log = logs.computeIfAbsent(conversation, key -> new TreeMap<>());
        log.tailMap(entry.seq(), true).clear();
        log.put(entry.seq(), entry);
    }

    /// All logs as they stand now.
    Map<ConversationId, NavigableMap<Long, Entry>> snapshot() {
        Map<ConversationId, NavigableMap<Long, Entry>> copy = new TreeMap<>();
        logs.forEach((conversation, log) -> copy.put(conversation, new TreeMap<>(log)));
        return copy;
    }

    /// A log goes back to an earlier moment, perhaps of a past that was struck out meanwhile.
    void wentBack(
            ConversationId conversation, Map<ConversationId, NavigableMap<Long, Entry>> snapshot) {
        logs.put(conversation, new TreeMap<>(snapshot.getOrDefault(conversation, new TreeMap<>())));
    }

    /// Something was refused for good.
    ///
    /// @param state of the log that refused it; empty if there is none
    /// @throws AssertionError if there was no reason to
    void refused(Append append, Refusal refusal, Optional<LogState> state) {
        Number number = new Number(append.conversation(), append.device(), append.clientSeq());
        boolean isNew =
                refusal.isPermanent()
                        && refused.computeIfAbsent(number, key -> EnumSet.noneOf(Refusal.class))
                                .add(refusal);
        if (isNew) {
            long head = state.map(LogState::head).orElse(0L);
            long floor =
                    state.flatMap(log -> log.of(append.author())).map(Membership::floor).orElse(1L);
            Set<Refusal> reasons =
                    PlainReading.of(append.conversation(), of(append.conversation(), head))
                            .reasonsAgainst(Entry.of(append, head + 1, Meant.of(append)), floor);
            if (!reasons.contains(refusal)) {
                throw new AssertionError(
                        "refused without a reason: %s as %s, not %s"
                                .formatted(append.body().kind(), refusal, reasons));
            }
        }
    }

    /// Why a send was refused for good, in whichever past; empty if it never was.
    Set<Refusal> refusalsOf(ConversationId conversation, DeviceId device, long clientSeq) {
        return refused.getOrDefault(new Number(conversation, device, clientSeq), Set.of());
    }

    /// What was said in a conversation whose log ends at `head`.
    List<Entry> of(ConversationId conversation, long head) {
        NavigableMap<Long, Entry> log = logs.getOrDefault(conversation, new TreeMap<>());
        return List.copyOf(log.headMap(head, true).values());
    }
}
