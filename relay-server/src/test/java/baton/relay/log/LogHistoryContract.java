package baton.relay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Refusal;
import baton.model.Tally;
import baton.model.Target;
import baton.rules.LogDigest;
import baton.rules.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random histories against a model that counts by brute force: messages, replies and mentions,
/// edits, recalls, reactions, guards, members who come and go, logs that are trimmed.
public abstract class LogHistoryContract extends ConversationLogContract {
    private static final int STEPS = 300;
    private static final List<AccountId> PEOPLE = List.of(ANA, BEN, CLEO);
    private static final int RECENT = 12;

    /// The logs of [#log] in a row.
    protected abstract LogShelf shelf();

    /// What a whole walk names.
    final List<ConversationId> due(KeptHistory kept) {
        List<ConversationId> due = new ArrayList<>();
        String next = LogShelf.START;
        do {
            LogShelf.Stretch stretch = shelf().walk(next, kept, AT);
            due.addAll(stretch.conversations());
            next = stretch.next();
        } while (!next.equals(LogShelf.START));
        return due;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomHistoryAgreesWithTheModel(long seed) {
        Random random = new Random(seed);
        Map<ConversationId, LogModel> models = new TreeMap<>();
        models.put(DIRECT, new LogModel());
        models.put(GROUP, new LogModel());
        try {
            for (int step = 0; step < STEPS; step++) {
                ConversationId conversation = random.nextBoolean() ? DIRECT : GROUP;
                step(random, conversation, models.getOrDefault(conversation, new LogModel()));
            }
            models.forEach((conversation, model) -> compare(random, conversation, model));
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private void step(Random random, ConversationId conversation, LogModel model) {
        AccountId author = PEOPLE.get(random.nextInt(conversation.equals(DIRECT) ? 2 : 3));
        DeviceId device = new DeviceId(author.handle() + random.nextInt(2));
        long next = model.next(device);
        if (random.nextInt(50) == 0) {
            trim(random, conversation, model);
        }
        switch (random.nextInt(10)) {
            case 0 -> {
                long skipped = next + 1 + random.nextInt(3);
                assertEquals(
                        new AppendOutcome.Expected(next),
                        offer(append(conversation, author, device, skipped, text("skipped"))));
            }
            case 1 -> repeat(random, append(conversation, author, device, next, text("")), model);
            case 2 -> {
                Append append = append(conversation, author, device, next, text(""));
                AppendOutcome outcome = refuse(append, Refusal.EMPTY_MESSAGE);
                assertRefused(Refusal.EMPTY_MESSAGE, outcome);
                model.record(append, outcome);
            }
            default -> {
                EventBody body = body(random, conversation, author, model);
                long head = model.stored.size();
                long seen = random.nextInt(3) == 0 ? random.nextLong(head + 1) : head;
                Append append = seeing(append(conversation, author, device, next, body), seen);
                AppendOutcome outcome = offer(append);
                boolean isWelcome = mayBeIn(model, append);
                Optional<Refusal> reason = model.reasonAgainst(append);
                assertEquals(
                        isWelcome && reason.isEmpty(),
                        outcome instanceof AppendOutcome.Stored,
                        () -> "stored " + append + ": " + outcome);
                if (isWelcome
                        && outcome instanceof AppendOutcome.Refused(var refusal, var newest)) {
                    assertEquals(reason, Optional.of(refusal));
                }
                model.record(append, outcome);
            }
        }
    }

    private void trim(Random random, ConversationId conversation, LogModel model) {
        int most = 1 + random.nextInt(60);
        KeptHistory newest = new KeptHistory(most, Duration.ZERO);
        while (shelf().trim(conversation, newest, AT)) {
            assertTrue(model.stored.size() > most, "there is something to trim");
        }
        int due = Math.min(model.stored.size() - most + 1, model.shown());
        model.kept = Math.max(model.kept, due);
    }

    private static Append seeing(Append append, long seen) {
        return new Append(
                append.conversation(),
                append.author(),
                append.device(),
                append.fence(),
                append.clientSeq(),
                append.id(),
                append.at(),
                new Append.Terms(seen, 0, false),
                append.body());
    }

    private static EventBody body(
            Random random, ConversationId conversation, AccountId author, LogModel model) {
        Target target = target(random, author, model);
        if (random.nextBoolean() && !target.isNone()) {
            return about(random, target);
        }
        return random.nextInt(12) == 0
                ? new EventBody.Guarded(random.nextBoolean())
                : body(random, conversation);
    }

    private static EventBody about(Random random, Target target) {
        List<AccountId> named = List.of(PEOPLE.get(random.nextInt(3)));
        return switch (random.nextInt(6)) {
            case 0, 1 -> new EventBody.Edited(target, "edit " + random.nextInt(), named);
            case 2 -> new EventBody.Recalled(target);
            case 3 -> new EventBody.Reacted(target, "\u2b50", random.nextBoolean());
            default -> new EventBody.Message("reply " + random.nextInt(), target, named);
        };
    }

    /// One of the newest messages, mostly one of the author's own.
    private static Target target(Random random, AccountId author, LogModel model) {
        boolean isOwn = random.nextInt(4) > 0;
        List<Target> all = new ArrayList<>();
        for (int seq = model.stored.size(); seq >= 1 && all.size() < RECENT; seq--) {
            Append append = model.stored.get(seq - 1);
            boolean fits = !isOwn || append.author().equals(author);
            if (fits && append.body() instanceof EventBody.Message) {
                all.add(new Target(seq, append.id()));
            }
        }
        return all.isEmpty() ? Target.NONE : all.get(random.nextInt(all.size()));
    }

    private static EventBody body(Random random, ConversationId conversation) {
        int kind = conversation.equals(DIRECT) ? 9 : random.nextInt(16);
        return switch (kind) {
            case 0 -> new EventBody.Created("Trip", List.of(ANA, BEN));
            case 1, 2, 5, 6 -> new EventBody.Invited(PEOPLE.get(random.nextInt(3)));
            case 3 -> new EventBody.Left();
            case 4 -> new EventBody.Titled("Title " + random.nextInt(9));
            default -> text("\u4f60\u597d \"quoted\" \n " + random.nextInt());
        };
    }

    /// Whether the author may say this here at all.
    private static boolean mayBeIn(LogModel model, Append append) {
        boolean isNew = model.stored.isEmpty();
        return switch (append.body()) {
            case EventBody.Created created -> isNew;
            case EventBody.Invited invited ->
                    model.members.contains(append.author())
                            && !model.members.contains(invited.account());
            default ->
                    model.members.contains(append.author())
                            || (isNew && append.conversation().equals(DIRECT));
        };
    }

    private void repeat(Random random, Append next, LogModel model) {
        List<AppendOutcome> answers = model.answers.getOrDefault(next.device(), List.of());
        if (answers.isEmpty()) {
            return;
        }
        int back = random.nextInt(Math.min(answers.size(), ConversationLog.OUTCOMES_KEPT));
        int clientSeq = answers.size() - back;
        AppendOutcome again =
                offer(
                        append(
                                next.conversation(),
                                next.author(),
                                next.device(),
                                clientSeq,
                                text("again")));
        if (answers.get(clientSeq - 1) instanceof AppendOutcome.Stored stored) {
            assertEquals(
                    new AppendOutcome.Duplicate(epoch(), stored.event().seq(), stored.at()), again);
        } else {
            assertEquals(answers.get(clientSeq - 1), again);
        }
    }

    private void compare(Random random, ConversationId conversation, LogModel model) {
        assertTrue(model.stored.size() > 20, "a history that proves something");
        LogState state = state(conversation);
        assertEquals(model.stored.size(), state.head());
        assertEquals(model.count(state.head()), state.newest().count());
        assertEquals(model.members, new java.util.HashSet<>(state.present()));
        for (AccountId account : state.members().keySet()) {
            long visible = model.leaves.getOrDefault(account, model.stored.size());
            long floor =
                    Math.max(
                            model.floors.getOrDefault(account, 0),
                            Math.min(model.kept, visible + 1));
            compare(conversation, account, floor, visible, model);
            compareNotables(state, account, model);
            Tally head =
                    log().tallyAt(conversation, account, state.head(), KnownTally.START).tally();
            for (int i = 0; i < 10; i++) {
                long seq = Math.max(floor - 1, random.nextLong(state.head() + 1));
                long near = Math.max(floor - 1, random.nextLong(state.head() + 1));
                Tally nearby = new Tally(model.count(near), model.own(account, near));
                Tally tally = new Tally(model.count(seq), model.own(account, seq));
                assertEquals(
                        new KnownTally(seq, tally),
                        log().tallyAt(conversation, account, seq, new KnownTally(near, nearby)));
                assertEquals(model.unread(account, seq), Unread.of(head, tally));
                compareRecount(conversation, account, seq, visible, model);
            }
        }
    }

    private static void compareNotables(LogState state, AccountId account, LogModel model) {
        Notables should = model.notables(account, 0, model.stored.size());
        Notables notables = state.notablesOf(account);
        assertEquals(should.recalled(), notables.recalled(), () -> "recalled for " + account);
        assertEquals(should.mentions(), notables.mentions(), () -> "mentions of " + account);
    }

    private void compareRecount(
            ConversationId conversation,
            AccountId account,
            long read,
            long visible,
            LogModel model) {
        Notables after = model.notables(account, read, visible);
        long unread =
                read >= visible
                        ? 0
                        : model.unread(account, read)
                                - model.unread(account, visible)
                                - after.recalled().size();
        Recount recount = log().recount(conversation, account, read).orElseThrow();
        assertEquals(unread, recount.unread(), () -> "unread of " + account + " after " + read);
        if (visible == model.stored.size()) {
            assertEquals(after.mentions().size(), recount.mentions(), "mentions after " + read);
        }
    }

    private void compare(
            ConversationId conversation,
            AccountId account,
            long floor,
            long visible,
            LogModel model) {
        List<Event> events = readAll(conversation, account);
        assertEquals(visible - floor + 1, events.size());
        if (events.isEmpty()) {
            return;
        }
        assertEquals(floor, events.getFirst().seq());
        events.forEach(event -> assertTrue(model.agrees(event), () -> "differs: " + event));
        long digest = events.getFirst().digest();
        for (Event event : events.subList(1, events.size())) {
            assertTrue(LogDigest.continues(digest, event), () -> "chain breaks at " + event);
            digest = event.digest();
        }
    }
}
