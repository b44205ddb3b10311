package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.BEN;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Seal;
import baton.model.Target;
import baton.rules.LogDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Invented histories in which people edit, recall, react and reply, as a relay would store them;
/// and the order in which pages of them reach a device.
final class Histories {
    static final AccountId CEM = new AccountId("cem");
    private static final List<AccountId> PEOPLE = List.of(ANA, BEN, CEM);
    private static final List<String> EMOJI = List.of("👍", "❤️", "好");

    private final RandomGenerator random;
    private final boolean targetsMayBeOff;
    private final List<Event> events = new ArrayList<>();
    private final UnaryOperator<String> texts;

    private Histories(
            RandomGenerator random, boolean targetsMayBeOff, UnaryOperator<String> texts) {
        this.random = random;
        this.targetsMayBeOff = targetsMayBeOff;
        this.texts = texts;
    }

    /// Every event with the body that it was appended with.
    ///
    /// @param targetsMayBeOff whether targets may name seqs where something else stands, as after a
    ///   store lost the end of its log
    static List<Event> of(int size, RandomGenerator random, boolean targetsMayBeOff) {
        return of(size, random, targetsMayBeOff, UnaryOperator.identity());
    }

    /// @param texts what people say, given something that nobody said before
    static List<Event> of(
            int size,
            RandomGenerator random,
            boolean targetsMayBeOff,
            UnaryOperator<String> texts) {
        Histories history = new Histories(random, targetsMayBeOff, texts);
        while (history.events.size() < size) {
            history.append();
        }
        return List.copyOf(history.events);
    }

    private void append() {
        AccountId author = PEOPLE.get(random.nextInt(3));
        EventBody body = body(author);
        long seq = events.size() + 1L;
        long digest = events.isEmpty() ? LogDigest.EMPTY : events.getLast().digest();
        long count = events.isEmpty() ? 0 : events.getLast().count();
        Event event = Logs.event(seq, count + (body.isCountable() ? 1 : 0), digest, author, body);
        events.add(
                new Event(
                        seq,
                        event.count(),
                        LogDigest.next(digest, seq, LogDigest.entryHash(event)),
                        author,
                        event.device(),
                        event.clientSeq(),
                        event.id(),
                        event.at(),
                        new Seal(event.hash(), seq * 31),
                        body));
    }

    private EventBody body(AccountId author) {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return new EventBody.Titled("title");
        }
        Optional<Event> any = message();
        // Now and then somebody tries what only the author may.
        Optional<Event> own =
                any.filter(event -> event.author().equals(author) || random.nextInt(15) == 0);
        if (dice < 5 && own.isPresent()) {
            return new EventBody.Edited(target(own.get()), text("edit"), mentions());
        }
        if (dice < 8 && own.isPresent()) {
            return new EventBody.Recalled(target(own.get()));
        }
        if (dice < 12 && any.isPresent()) {
            return new EventBody.Reacted(
                    target(any.get()), EMOJI.get(random.nextInt(3)), random.nextInt(3) > 0);
        }
        Target reply = any.isPresent() && dice < 15 ? target(any.get()) : Target.NONE;
        return new EventBody.Message(text("message"), reply, mentions());
    }

    private String text(String what) {
        return texts.apply(
                what + "-" + (events.size() + 1) + "-" + Long.toHexString(random.nextLong()));
    }

    private List<AccountId> mentions() {
        return random.nextInt(4) == 0 ? List.of(PEOPLE.get(random.nextInt(3))) : List.of();
    }

    /// Mostly a recent one.
    private Optional<Event> message() {
        List<Event> messages = events.stream().filter(event -> event.body().isCountable()).toList();
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        int back =
                random.nextInt(
                        random.nextBoolean() ? Math.min(4, messages.size()) : messages.size());
        return Optional.of(messages.get(messages.size() - 1 - back));
    }

    private Target target(Event event) {
        boolean off = targetsMayBeOff && random.nextInt(3) == 0;
        return off
                ? new Target(1 + random.nextInt(events.size() + 3), event.id())
                : event.asTarget();
    }

    /// The log at a moment, as the relay hands it out: what was recalled by then is gone.
    ///
    /// @param end newest seq at that moment
    static List<Event> at(List<Event> history, int end) {
        List<Event> log = history.subList(0, end);
        return log.stream().map(event -> isRecalled(log, event) ? gone(event) : event).toList();
    }

    static boolean isRecalled(List<Event> log, Event event) {
        Object id =
                event.body() instanceof EventBody.Edited edited ? edited.target().id() : event.id();
        boolean hasText = event.body().isCountable() || event.body() instanceof EventBody.Edited;
        return hasText
                && log.stream()
                        .anyMatch(other ->
                                other.body() instanceof EventBody.Recalled recalled
                                        && recalled.target().id().equals(id)
                                        && other.author().equals(event.author()));
    }

    private static Event gone(Event event) {
        return event.saying(new EventBody.Gone(event.body().kind(), event.body().isCountable()));
    }

    /// Pages in any order, some of them twice or overlapping, each as the relay had it at a moment
    /// of its own.
    static List<List<Event>> pages(List<Event> history, RandomGenerator random) {
        List<List<Event>> pages = new ArrayList<>();
        int number = 1 + random.nextInt(8);
        for (int i = 0; i < number; i++) {
            int from = 1 + random.nextInt(history.size());
            int to = from + random.nextInt(history.size() - from + 1);
            int end = to + random.nextInt(history.size() - to + 1);
            pages.add(at(history, end).subList(from - 1, to));
        }
        return pages;
    }
}
