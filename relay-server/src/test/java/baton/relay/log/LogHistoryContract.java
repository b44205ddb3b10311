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
import baton.rules.LogDigest;
import baton.rules.Unread;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random histories against a model that counts by brute force.
public abstract class LogHistoryContract extends ConversationLogContract {
    private static final int STEPS = 300;
    private static final List<AccountId> PEOPLE = List.of(ANA, BEN, CLEO);

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
                EventBody body = body(random, conversation);
                Append append = append(conversation, author, device, next, body);
                AppendOutcome outcome = offer(append);
                assertEquals(
                        expected(model, append), outcome instanceof AppendOutcome.Stored, "stored");
                model.record(append, outcome);
            }
        }
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

    private static boolean expected(LogModel model, Append append) {
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
            long floor = model.floors.getOrDefault(account, 0);
            long visible = model.leaves.getOrDefault(account, model.stored.size());
            compare(conversation, account, floor, visible, model);
            Tally head = log().tallyAt(conversation, account, state.head(), KnownTally.START);
            for (int i = 0; i < 10; i++) {
                long seq = Math.max(floor - 1, random.nextLong(state.head() + 1));
                long near = random.nextLong(state.head() + 1);
                Tally nearby = new Tally(model.count(near), model.own(account, near));
                Tally tally =
                        log().tallyAt(conversation, account, seq, new KnownTally(near, nearby));
                assertEquals(new Tally(model.count(seq), model.own(account, seq)), tally);
                assertEquals(model.unread(account, seq), Unread.of(head, tally));
            }
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
        assertEquals(floor, events.getFirst().seq());
        events.forEach(event -> assertTrue(model.agrees(event), () -> "differs: " + event));
        long digest = events.getFirst().digest();
        for (Event event : events.subList(1, events.size())) {
            assertTrue(LogDigest.continues(digest, event), () -> "chain breaks at " + event);
            digest = event.digest();
        }
    }
}
