package baton.desktop.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.notifications.Heard.Hush;
import baton.desktop.ui.notifications.Moment.Line;
import baton.desktop.ui.notifications.Moment.Scope;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.MessageId;
import baton.model.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The notifier beside a model that keeps every message and every moment and looks through all of
/// them each time.
class NotifierRandomTest {
    private static final int MOMENTS = 4_000;
    private static final List<ConversationId> ALL =
            List.of(
                    ConversationId.group("team000000000000"),
                    ConversationId.group("lobby00000000000"),
                    ConversationId.direct(new AccountId("ana"), new AccountId("ben")));

    private final Notifier notifier = new Notifier();
    private final Map<ConversationId, Talk> talks = new TreeMap<>();
    private final List<Moment> moments = new ArrayList<>();
    private final Map<ConversationId, Act.Show> screen = new TreeMap<>();
    private final Map<ConversationId, Long> shownFrom = new TreeMap<>();
    private Map<ConversationId, Long> summary = new TreeMap<>();
    private boolean summaryOnScreen;
    private Instant now = Instant.EPOCH;
    private Line line = Line.CATCHING_UP;
    private boolean quiet;
    private Scope scope = Scope.ALL;
    private Optional<ConversationId> attended = Optional.empty();

    private static final class Talk {
        final List<Message> messages = new ArrayList<>();
        long readSeq;
        Hush hush = Hush.NONE;
    }

    private Talk talk(ConversationId id) {
        return Objects.requireNonNull(talks.get(id));
    }

    private static final class Message {
        News news;
        boolean held;
        boolean recalled;
        boolean judged;

        Message(News news) {
            this.news = news;
        }

        boolean isNews(long readSeq) {
            return held && !recalled && news.seq() > readSeq;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithTheModelAtEveryMoment(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ALL.forEach(id -> talks.put(id, new Talk()));
        int alerts = 0;
        for (int i = 0; i < MOMENTS; i++) {
            int changes = random.nextInt(4);
            for (int c = 0; c < changes; c++) {
                change(random);
            }
            now = now.plusMillis(random.nextInt(2_000));
            alerts += check(seed + " at " + i);
        }
        assertTrue(alerts > 100, "only " + alerts + " alerts");
    }

    private void change(SplittableRandom random) {
        ConversationId id = ALL.get(random.nextInt(ALL.size()));
        Talk talk = talk(id);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> say(random, talk);
            case 4, 5 -> talk.messages.forEach(message -> message.held = true);
            case 6 -> talk.readSeq = talk.messages.size();
            case 7 -> talk.readSeq = random.nextInt(talk.messages.size() + 1);
            case 8 -> any(random, talk).ifPresent(message -> message.recalled = true);
            case 9 ->
                    any(random, talk)
                            .ifPresent(m ->
                                    m.news =
                                            new News(
                                                    m.news.message(),
                                                    random.nextBoolean(),
                                                    "Ben",
                                                    "edit " + random.nextInt(99)));
            case 10 ->
                    talk.hush =
                            new Hush(
                                    random.nextInt(8) == 0,
                                    random.nextInt(3) == 0,
                                    random.nextInt(4) == 0,
                                    random.nextInt(3) == 0);
            case 11 -> line = List.of(Line.values()).get(random.nextInt(3));
            case 12, 13 -> line = Line.CURRENT;
            case 14 -> quiet = random.nextInt(4) == 0;
            default -> {
                scope =
                        List.of(Scope.ALL, Scope.ALL, Scope.PERSONAL, Scope.PERSONAL, Scope.NONE)
                                .get(random.nextInt(5));
                attended = random.nextBoolean() ? Optional.of(id) : Optional.empty();
            }
        }
    }

    private static void say(SplittableRandom random, Talk talk) {
        long seq = talk.messages.size() + 1L;
        Target place = new Target(seq, MessageId.of(seq, 0, 0));
        boolean mention = random.nextInt(4) == 0;
        Message message = new Message(new News(place, mention, "Ben", "text " + seq));
        message.held = random.nextInt(5) > 0;
        talk.messages.add(message);
    }

    private static Optional<Message> any(SplittableRandom random, Talk talk) {
        int size = talk.messages.size();
        int back = Math.min(size, 6);
        return size == 0
                ? Optional.empty()
                : Optional.of(talk.messages.get(size - 1 - random.nextInt(back)));
    }

    private Heard heard(ConversationId id) {
        Talk talk = talk(id);
        return new Heard(
                id,
                talk.hush,
                talk.messages.size(),
                talk.messages.stream().filter(m -> !m.held).map(m -> m.news.seq()).toList(),
                talk.messages.stream()
                        .filter(m -> m.isNews(talk.readSeq))
                        .map(m -> m.news)
                        .toList());
    }

    private int check(String when) {
        Moment moment =
                new Moment(
                        now, line, quiet, scope, attended, ALL.stream().map(this::heard).toList());
        boolean first = moments.isEmpty();
        moments.add(moment);
        List<Act> acts = notifier.on(moment);
        if (first) {
            talks.values().forEach(talk -> talk.messages.forEach(message -> message.judged = true));
        }
        Map<ConversationId, List<Message>> loud = line == Line.CURRENT ? judge() : Map.of();
        boolean summed = loud.size() > 1 && wasBehind();
        int messages = loud.values().stream().mapToInt(List::size).sum();
        List<Act.Summarize> summaries = kind(acts, Act.Summarize.class);
        assertEquals(
                summed ? List.of(new Act.Summarize(messages, loud.size())) : List.of(),
                summaries,
                when);
        List<ConversationId> alerted =
                kind(acts, Act.Show.class).stream()
                        .filter(Act.Show::alert)
                        .map(Act.Show::conversation)
                        .toList();
        assertEquals(
                summed ? List.of() : List.copyOf(loud.keySet()),
                alerted.stream().sorted().toList(),
                when);
        if (summed) {
            summary = new TreeMap<>();
            loud.forEach((id, some) -> summary.put(id, some.getLast().news.seq()));
        } else {
            loud.forEach((id, some) -> shownFrom.putIfAbsent(id, some.getFirst().news.seq() - 1));
        }
        acts.forEach(this::carryOut);
        compareScreens(when);
        return alerted.size() + summaries.size();
    }

    private static <T extends Act> List<T> kind(List<Act> acts, Class<T> kind) {
        return acts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// What is judged now and worth telling, by conversation.
    private Map<ConversationId, List<Message>> judge() {
        Map<ConversationId, List<Message>> loud = new TreeMap<>();
        for (ConversationId id : ALL) {
            Talk talk = talk(id);
            for (Message message : talk.messages) {
                if (message.judged) {
                    continue;
                }
                if (!message.held) {
                    break;
                }
                message.judged = true;
                boolean told =
                        message.isNews(talk.readSeq)
                                && isAudible(id, message)
                                && !quiet
                                && !attended.equals(Optional.of(id));
                if (told) {
                    loud.computeIfAbsent(id, key -> new ArrayList<>()).add(message);
                }
            }
        }
        return loud;
    }

    private boolean isAudible(ConversationId id, Message message) {
        Hush hush = talk(id).hush;
        boolean mention = message.news.mention();
        boolean direct = id.kind() == ConversationId.Kind.DIRECT;
        boolean wanted =
                switch (scope) {
                    case ALL -> true;
                    case PERSONAL -> mention || direct;
                    case NONE -> false;
                };
        boolean muted = hush.everywhere() && !(mention && !hush.archived());
        return wanted && !muted && !hush.here() && !hush.left();
    }

    /// Whether the moments since the last current one make a catching up.
    private boolean wasBehind() {
        boolean away = true;
        int since = 0;
        for (int i = moments.size() - 2; i >= 0; i--) {
            if (moments.get(i).line() == Line.CURRENT) {
                since = i + 1;
                away = false;
                break;
            }
        }
        List<Moment> behind = moments.subList(since, moments.size() - 1);
        away |= behind.stream().anyMatch(moment -> moment.line() == Line.OFFLINE);
        return away
                || (!behind.isEmpty() && !now.isBefore(behind.getFirst().at().plus(Notifier.BLIP)));
    }

    private void carryOut(Act act) {
        switch (act) {
            case Act.Show show -> screen.put(show.conversation(), show);
            case Act.Withdraw(ConversationId id) ->
                    assertTrue(screen.remove(id) != null, "withdrew what was not there");
            case Act.Summarize summarize -> summaryOnScreen = true;
            case Act.WithdrawSummary withdraw -> summaryOnScreen = false;
        }
    }

    private void compareScreens(String when) {
        for (ConversationId id : ALL) {
            Talk talk = talk(id);
            long from = shownFrom.getOrDefault(id, Long.MAX_VALUE);
            List<Message> left =
                    talk.messages.stream()
                            .filter(m -> m.judged && m.news.seq() > from)
                            .filter(m -> m.isNews(talk.readSeq) && isAudible(id, m))
                            .toList();
            if (left.isEmpty() || attended.equals(Optional.of(id))) {
                shownFrom.remove(id);
                assertTrue(!screen.containsKey(id), when + " " + id);
            } else {
                assertEquals(
                        left.getLast().news, Objects.requireNonNull(screen.get(id)).newest(), when);
                assertEquals(left.size(), Objects.requireNonNull(screen.get(id)).count(), when);
            }
        }
        boolean any =
                summary.entrySet().stream()
                        .anyMatch(entry ->
                                !attended.equals(Optional.of(entry.getKey()))
                                        && talk(entry.getKey()).messages.stream()
                                                .anyMatch(m ->
                                                        m.isNews(talk(entry.getKey()).readSeq)
                                                                && m.news.seq()
                                                                        <= entry.getValue()));
        if (!any) {
            summary = new TreeMap<>();
        }
        assertEquals(any, summaryOnScreen, when);
    }
}
