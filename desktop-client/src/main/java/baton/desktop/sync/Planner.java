package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Span;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which hole is fetched next. Every conversation with a hole has one wish, its most urgent piece;
/// wishes are ordered: the conversation on the screen, what was scrolled into sight, newest
/// messages of conversations with unread ones, newest messages of the others, then history, newest
/// first. At most two questions are open, and the ranges of open questions count as held, so that
/// nothing is asked twice.
final class Planner {
    static final int OPEN_MAX = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BRISK = Duration.ofSeconds(1);
    private static final Duration REST_AFTER_FAULT = Duration.ofSeconds(10);
    private static final Duration REST_UNTIL_STORE_IS_BACK = Duration.ofSeconds(1);
    private static final Duration REST_UNTIL_FLOOR_IS_HERE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Effects effects;
    private final TreeSet<Wish> wishes = new TreeSet<>(Wish.ORDER);
    private final Map<ConversationId, Wish> byConversation = new TreeMap<>();
    private final Map<ConversationId, Long> heardHeads = new TreeMap<>();
    private final Map<ConversationId, Instant> resting = new TreeMap<>();
    private final Map<ConversationId, Range> fills = new TreeMap<>();
    private final List<Question> open = new ArrayList<>();

    /// The conversation on the screen, if any.
    private final Set<ConversationId> viewed = new TreeSet<>();

    private final int recent;
    private int piece;
    private boolean isPaused;

    /// What makes a piece urgent; the first is the most urgent.
    enum Urgency {
        VIEWED,
        FILL,
        UNREAD,
        NEWEST,
        HISTORY
    }

    private record Range(long from, long to) {}

    private record Wish(
            Urgency urgency, long newness, ConversationId conversation, long from, long to) {
        static final Comparator<Wish> ORDER =
                Comparator.comparing(Wish::urgency)
                        .thenComparing(Wish::newness, Comparator.reverseOrder())
                        .thenComparing(Wish::conversation);
    }

    private record Question(
            ConversationId conversation, long from, long to, Instant at, Instant until) {}

    Planner(Ledger ledger, Effects effects, Portions portions) {
        this.ledger = ledger;
        this.effects = effects;
        this.recent = portions.recent();
        this.piece = portions.piece();
        ledger.conversations().forEach(this::touch);
    }

    /// Questions of an earlier connection are not answered any more.
    void opened() {
        List<Question> old = List.copyOf(open);
        open.clear();
        old.forEach(question -> touch(question.conversation()));
    }

    /// The registers were forgotten: what was heard of logs is of another epoch.
    void forgotten() {
        heardHeads.clear();
        fills.clear();
        resting.clear();
        opened();
        List.copyOf(byConversation.keySet()).forEach(this::touch);
    }

    void view(ConversationId conversation) {
        List<ConversationId> before = List.copyOf(viewed);
        viewed.clear();
        viewed.add(conversation);
        before.forEach(this::touch);
        touch(conversation);
    }

    void fill(ConversationId conversation, long from, long to) {
        fills.put(conversation, new Range(from, to));
        touch(conversation);
    }

    /// A page named the newest seq of a log; its head register may still be on its way.
    void heardHead(ConversationId conversation, long head) {
        if (Sane.isNumber(head)) {
            heardHeads.merge(conversation, head, Math::max);
        }
    }

    /// Whether this page answers an open question; the question is closed then. A page that ends
    /// below what was asked for says that the log cannot be read further now; one without any event
    /// that this piece is gone, and that a higher floor is on its way.
    boolean answers(Instant at, ServerFrame.Page page) {
        for (Question question : open) {
            if (question.conversation().equals(page.conversation())
                    && question.from() <= page.from()
                    && page.to() <= question.to()) {
                open.remove(question);
                if (Duration.between(question.at(), at).compareTo(BRISK) < 0) {
                    piece = Math.min(Limits.PAGE_EVENTS_MAX, piece * 2);
                }
                if (page.to() < question.to()) {
                    heardHeads.remove(page.conversation());
                    rest(page.conversation(), at.plus(REST_AFTER_FAULT));
                } else if (page.events().isEmpty()) {
                    rest(page.conversation(), at.plus(REST_UNTIL_FLOOR_IS_HERE));
                }
                return !page.events().isEmpty();
            }
        }
        return false;
    }

    /// The relay could not serve a question about this conversation: soon again if its store was
    /// away, which takes a moment.
    void fault(Instant at, ServerFrame.Fault fault) {
        ConversationId conversation = fault.conversation();
        if (open.removeIf(question -> question.conversation().equals(conversation))) {
            heardHeads.remove(conversation);
            boolean isPassing = fault.code().equals(Refusal.RELAY_UNAVAILABLE.code());
            rest(conversation, at.plus(isPassing ? REST_UNTIL_STORE_IS_BACK : REST_AFTER_FAULT));
        }
    }

    /// Asks nothing about a conversation until then.
    void rest(ConversationId conversation, Instant until) {
        resting.put(conversation, until);
        touch(conversation);
    }

    /// Asks about a conversation again at once.
    void resume(ConversationId conversation) {
        resting.remove(conversation);
        touch(conversation);
    }

    boolean isComplete() {
        return wishes.isEmpty() && open.isEmpty() && resting.isEmpty();
    }

    /// Whether old history is fetched by itself. What a person looks at is in any case.
    void fetchHistory(boolean on) {
        isPaused = !on;
    }

    /// What is being fetched, if anything is missing.
    Standing.Stretch stretch() {
        if (!isHistoryOnly()) {
            return Standing.Stretch.RECENT;
        }
        return isPaused ? Standing.Stretch.PAUSED : Standing.Stretch.HISTORY;
    }

    private boolean isHistoryOnly() {
        return !wishes.isEmpty() && wishes.getFirst().urgency() == Urgency.HISTORY;
    }

    /// How many questions, of which there are at most [#OPEN_MAX].
    int open() {
        return open.size();
    }

    void pump(Instant at) {
        expire(at);
        while (open.size() < OPEN_MAX && !wishes.isEmpty() && !(isPaused && isHistoryOnly())) {
            Wish wish = wishes.getFirst();
            open.add(
                    new Question(
                            wish.conversation(), wish.from(), wish.to(), at, at.plus(PATIENCE)));
            effects.transmit(new ClientFrame.Fetch(wish.conversation(), wish.from(), wish.to()));
            touch(wish.conversation());
        }
    }

    private void expire(Instant at) {
        for (Question late : List.copyOf(open)) {
            if (!at.isBefore(late.until())) {
                open.remove(late);
                piece = Math.max(Portions.PIECE_MIN, piece / 2);
                touch(late.conversation());
            }
        }
        for (Map.Entry<ConversationId, Instant> rest : List.copyOf(resting.entrySet())) {
            if (!at.isBefore(rest.getValue())) {
                resting.remove(rest.getKey());
                touch(rest.getKey());
            }
        }
    }

    Instant due() {
        Instant due = Instant.MAX;
        for (Question question : open) {
            due = Effects.earlier(due, question.until());
        }
        for (Instant until : resting.values()) {
            due = Effects.earlier(due, until);
        }
        return due;
    }

    /// Something about a conversation changed: makes its wish anew.
    void touch(ConversationId conversation) {
        if (byConversation.containsKey(conversation)) {
            wishes.remove(byConversation.remove(conversation));
        }
        if (!resting.containsKey(conversation)) {
            ledger.info(conversation)
                    .flatMap(this::wish)
                    .ifPresent(wish -> {
                        wishes.add(wish);
                        byConversation.put(conversation, wish);
                    });
        }
    }

    private Optional<Wish> wish(Register.Info info) {
        ConversationId conversation = info.conversation();
        Optional<Register.Head> head = ledger.head(conversation);
        long known = head.map(Register.Head::seq).orElse(0L);
        // Whoever has left may read up to there only, however far the log goes on.
        long heard = info.left() ? 0 : heardHeads.getOrDefault(conversation, 0L);
        long target = Math.max(known, heard);
        Optional<Range> newest = newestHole(conversation, info.floor(), target);
        if (newest.isEmpty()) {
            fills.remove(conversation);
            return Optional.empty();
        }
        long newness = head.map(value -> value.at().toEpochMilli()).orElse(Long.MAX_VALUE);
        boolean isRecent = newest.get().to() > target - recent;
        boolean onScreen = viewed.contains(conversation);
        if (!(isRecent && onScreen)) {
            Optional<Range> filling = filling(conversation, info.floor(), target);
            if (filling.isPresent()) {
                return Optional.of(wish(Urgency.FILL, newness, conversation, filling.get()));
            }
        }
        Urgency urgency = isRecent ? urgencyOfRecent(onScreen, head) : Urgency.HISTORY;
        return Optional.of(wish(urgency, newness, conversation, newest.get()));
    }

    private Wish wish(Urgency urgency, long newness, ConversationId conversation, Range hole) {
        long from = Math.max(hole.from(), hole.to() - piece + 1);
        return new Wish(urgency, newness, conversation, from, hole.to());
    }

    private Urgency urgencyOfRecent(boolean onScreen, Optional<Register.Head> head) {
        if (onScreen) {
            return Urgency.VIEWED;
        }
        return head.filter(this::isUnread).isPresent() ? Urgency.UNREAD : Urgency.NEWEST;
    }

    private boolean isUnread(Register.Head head) {
        ConversationId conversation = head.conversation();
        return ledger.info(conversation)
                .filter(info ->
                        Unread.of(
                                        head,
                                        ledger.read(conversation),
                                        info,
                                        ledger.notable(conversation))
                                > 0)
                .isPresent();
    }

    private Optional<Range> filling(ConversationId conversation, long floor, long target) {
        if (!fills.containsKey(conversation)) {
            return Optional.empty();
        }
        Range wanted = fills.getOrDefault(conversation, new Range(floor, target));
        Optional<Range> hole =
                newestHole(
                        conversation,
                        Math.max(floor, wanted.from()),
                        Math.min(target, wanted.to()));
        if (hole.isEmpty()) {
            fills.remove(conversation);
        }
        return hole;
    }

    /// The newest interval between two seqs that is neither held nor asked for.
    private Optional<Range> newestHole(ConversationId conversation, long low, long high) {
        List<Range> taken = new ArrayList<>();
        for (Span span : ledger.spans(conversation).spans()) {
            taken.add(new Range(span.from(), span.to()));
        }
        for (Question question : open) {
            if (question.conversation().equals(conversation)) {
                taken.add(new Range(question.from(), question.to()));
            }
        }
        taken.sort(Comparator.comparingLong(Range::to).reversed());
        long to = high;
        for (Range range : taken) {
            if (range.to() < to) {
                break;
            }
            to = range.from() <= to ? Math.min(to, range.from() - 1) : to;
        }
        return below(taken, low, to);
    }

    private static Optional<Range> below(List<Range> taken, long low, long to) {
        long from = low;
        for (Range range : taken) {
            if (range.to() < to) {
                from = Math.max(from, range.to() + 1);
                break;
            }
        }
        return from <= to ? Optional.of(new Range(from, to)) : Optional.empty();
    }
}
