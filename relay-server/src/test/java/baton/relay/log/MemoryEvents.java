package baton.relay.log;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Target;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The events of one conversation in memory, from its floor to its head. For one thread.
final class MemoryEvents {
    /// Newest events among which a message is looked for that is not where its target says.
    private static final int SEARCHED = 500;

    private final FrameCodec codec;
    private final List<Kept> kept = new ArrayList<>();

    /// Who recalled which message: it may come back later, or edits of it.
    private final Map<MessageId, AccountId> recalledBy = new HashMap<>();

    /// Newest edits of messages, which may come back behind them.
    private final Map<MessageId, Long> newestEdits = new HashMap<>();

    private long floor = 1;
    private long countBelow;
    private long digestBelow = LogDigest.EMPTY;
    private final Map<AccountId, Long> newestMessages = new HashMap<>();
    private Optional<Shown> shown = Optional.empty();

    /// @param kind of its body when it was appended
    private record Kept(Event event, String kind, StoredEvent stored) {}

    /// @param seq of the event that the conversation list shows
    /// @param edit its newest edit, or 0
    private record Shown(long seq, long edit, AccountId author, String kind) {
        Shown edited(long message, long by) {
            return message == seq ? new Shown(seq, by, author, kind) : this;
        }
    }

    /// A message that a target names.
    record Found(long seq, AccountId author, boolean isGone) {}

    MemoryEvents(FrameCodec codec) {
        this.codec = codec;
    }

    MemoryEvents copy() {
        MemoryEvents copy = new MemoryEvents(codec);
        copy.kept.addAll(kept);
        copy.recalledBy.putAll(recalledBy);
        copy.newestEdits.putAll(newestEdits);
        copy.floor = floor;
        copy.countBelow = countBelow;
        copy.digestBelow = digestBelow;
        copy.newestMessages.putAll(newestMessages);
        copy.shown = shown;
        return copy;
    }

    static Target targetOf(EventBody body) {
        return switch (body) {
            case EventBody.Message message -> message.reply();
            case EventBody.Edited edited -> edited.target();
            case EventBody.Recalled recalled -> recalled.target();
            case EventBody.Reacted reacted -> reacted.target();
            default -> Target.NONE;
        };
    }

    long head() {
        return floor - 1 + kept.size();
    }

    long floor() {
        return floor;
    }

    long countBelow() {
        return countBelow;
    }

    long digestBelow() {
        return digestBelow;
    }

    long count() {
        return kept.isEmpty() ? countBelow : newest().count();
    }

    StoredEvent newest() {
        return kept.getLast().stored();
    }

    private Kept at(long seq) {
        return kept.get((int) (seq - floor));
    }

    /// The events `from..to`, which must be there, oldest first.
    List<StoredEvent> range(long from, long to) {
        return from > to
                ? List.of()
                : kept.subList((int) (from - floor), (int) (to - floor + 1)).stream()
                        .map(Kept::stored)
                        .toList();
    }

    long digestAt(long seq) {
        return seq == floor - 1 ? digestBelow : at(seq).stored().digest();
    }

    StoredEvent add(Event event, EventBody body) {
        long seq = head() + 1;
        long count = count() + (body.isCountable() ? 1 : 0);
        long digest =
                LogDigest.next(
                        kept.isEmpty() ? digestBelow : newest().digest(),
                        seq,
                        LogDigest.entryHash(event));
        kept.add(keep(event, body, event.body().kind(), seq, count, digest));
        if (event.body() instanceof EventBody.Message) {
            newestMessages.put(event.author(), seq);
        }
        return newest();
    }

    private Kept keep(Event event, EventBody body, String kind, long seq, long count, long digest) {
        Event placed = event.saying(body).placed(seq, count, digest);
        return new Kept(
                placed, kind, new StoredEvent(seq, count, digest, codec.encodeEntry(placed)));
    }

    Optional<Found> find(Target target) {
        if (target.isNone()) {
            return Optional.empty();
        }
        boolean isThere =
                floor <= target.seq()
                        && target.seq() <= head()
                        && at(target.seq()).event().id().equals(target.id());
        Stream<Kept> candidates =
                isThere ? Stream.of(at(target.seq())) : kept.reversed().stream().limit(SEARCHED);
        return candidates
                .filter(one -> one.event().id().equals(target.id()))
                .filter(one -> one.event().body().isCountable())
                .map(MemoryEvents::found)
                .findFirst()
                .or(() -> findRecalled(target.id()));
    }

    /// The seq of an event among the newest ones, or of a recalled one.
    Optional<Long> placeOf(MessageId id) {
        return kept.reversed().stream()
                .limit(SEARCHED)
                .filter(one -> one.event().id().equals(id))
                .map(one -> one.event().seq())
                .findFirst()
                .or(() -> findRecalled(id).map(Found::seq));
    }

    private Optional<Found> findRecalled(MessageId id) {
        return kept.stream()
                .filter(one -> one.event().id().equals(id))
                .map(MemoryEvents::found)
                .filter(Found::isGone)
                .findFirst();
    }

    private static Found found(Kept one) {
        boolean isGone = one.event().body() instanceof EventBody.Gone;
        return new Found(one.event().seq(), one.event().author(), isGone);
    }

    /// Whether an event may only come back without its text.
    boolean isRecalled(Event event, Optional<Found> about) {
        return switch (event.body()) {
            case EventBody.Message message -> wasRecalled(event.id(), event.author());
            case EventBody.Edited edited ->
                    about.filter(Found::isGone).isPresent()
                            || wasRecalled(edited.target().id(), event.author());
            default -> false;
        };
    }

    private boolean wasRecalled(MessageId id, AccountId author) {
        return author.equals(recalledBy.get(id));
    }

    long newestMessageOfOthers(AccountId account) {
        return newestMessages.entrySet().stream()
                .filter(newest -> !newest.getKey().equals(account))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /// What an event does to others, after it has been added.
    void takeEffect(Event event, EventBody body, Optional<Found> about) {
        boolean isOwn = about.filter(found -> found.author().equals(event.author())).isPresent();
        switch (body) {
            case EventBody.Edited edited -> {
                newestEdits.put(edited.target().id(), head());
                if (isOwn) {
                    shown = shown.map(line -> line.edited(about.orElseThrow().seq(), head()));
                }
            }
            case EventBody.Recalled recalled -> {
                if (isOwn || about.isEmpty()) {
                    long seq = about.map(Found::seq).orElse(0L);
                    bury(seq, recalled.target().id(), event.author());
                    recalledBy.put(recalled.target().id(), event.author());
                }
            }
            default -> {}
        }
        // What comes back first into a log that is lost is shown until something better comes.
        if (isShown(body) || shown.isEmpty()) {
            long edit = editBefore(event).map(Event::seq).orElse(0L);
            shown = Optional.of(new Shown(head(), edit, event.author(), event.body().kind()));
        }
    }

    /// The newest edit of a message that comes back behind it, as far as its text is there.
    private Optional<Event> editBefore(Event message) {
        return Optional.ofNullable(newestEdits.get(message.id()))
                .filter(seq -> seq >= floor)
                .map(seq -> at(seq).event())
                .filter(edit -> edit.body() instanceof EventBody.Edited)
                .filter(edit -> edit.author().equals(message.author()));
    }

    /// What a message says to lists and badges when it is stored: as the edits left it that came
    /// back before it.
    EventBody asEdited(Event event, EventBody body) {
        return body instanceof EventBody.Message message
                        && editBefore(event).map(Event::body).orElse(body)
                                instanceof EventBody.Edited edited
                ? new EventBody.Message(edited.text(), message.reply(), edited.mentions())
                : body;
    }

    private static boolean isShown(EventBody body) {
        return switch (body) {
            case EventBody.Created created -> true;
            case EventBody.Invited invited -> true;
            case EventBody.Left left -> true;
            case EventBody.Titled titled -> true;
            default -> body.isCountable();
        };
    }

    /// Takes the text from a message, if it is there, and from its edits.
    private void bury(long seq, MessageId id, AccountId author) {
        for (int i = 0; i < kept.size(); i++) {
            Kept one = kept.get(i);
            boolean isEdit =
                    one.event().body() instanceof EventBody.Edited edited
                            && edited.target().id().equals(id)
                            && one.event().author().equals(author);
            if (one.event().seq() == seq || isEdit) {
                Event event = one.event();
                EventBody gone = new EventBody.Gone(one.kind(), event.body().isCountable());
                kept.set(
                        i,
                        event.body() instanceof EventBody.Gone
                                ? one
                                : keep(
                                        event,
                                        gone,
                                        one.kind(),
                                        event.seq(),
                                        event.count(),
                                        event.digest()));
            }
        }
    }

    /// The lowest place of what lists show, which stays as long as they do: an edit may stand
    /// before its message.
    long shown() {
        Shown line = shown.orElseThrow();
        return line.edit() == 0 ? line.seq() : Math.min(line.seq(), line.edit());
    }

    Preview preview(Previews previews) {
        Shown line = shown.orElseThrow();
        long from = line.edit() == 0 ? line.seq() : line.edit();
        if (at(from).event().body() instanceof EventBody.Gone) {
            return previews.of(line.author(), EventBody.Gone.KIND, "");
        }
        return previews.of(line.author(), line.kind(), at(from).stored().entry());
    }

    boolean isToGo(long seq, KeptHistory history, Instant now) {
        boolean isOld =
                !history.age().isZero() && at(seq).event().at().isBefore(now.minus(history.age()));
        boolean isBeyond = history.events() > 0 && seq <= head() - history.events();
        return isOld || isBeyond;
    }

    Event removeLowest() {
        Kept lowest = kept.removeFirst();
        floor++;
        countBelow = lowest.stored().count();
        digestBelow = lowest.stored().digest();
        return lowest.event();
    }
}
