package baton.desktop.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.sync.Standing.Stretch;
import baton.model.ConversationId;
import baton.model.Register;
import baton.protocol.ClientFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A device that has nothing yet, of an account with a thousand conversations.
final class BootstrapTest {
    private static final int CONVERSATIONS = 1_000;
    private static final int LONG = 1_300;
    private static final int SHORT = 20;

    private final Bench bench = new Bench();
    private final Map<ConversationId, Log> logs = new TreeMap<>();
    private final List<ClientFrame.Fetch> asked = new ArrayList<>();
    private final List<ClientFrame.Fetch> open = new ArrayList<>();

    /// Every hundredth log is long; of every second nothing is unread.
    private void directory() {
        List<Register> registers = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            ConversationId id = ConversationId.group("g%019d".formatted(i));
            Log log = new Log(id).grow(i % 100 == 0 ? LONG : SHORT);
            logs.put(id, log);
            registers.add(log.info(1));
            registers.add(log.head());
            if (i % 2 == 1) {
                registers.add(new Register.Read(id, 0, log.size(), log.size(), 0));
            }
        }
        bench.meet(1);
        bench.feed(registers.toArray(Register[]::new));
    }

    private void answerOne() {
        ClientFrame.Fetch fetch = open.removeFirst();
        bench.receive(log(fetch.conversation()).page(fetch.from(), fetch.to()));
        collect();
    }

    private Log log(ConversationId conversation) {
        return logs.getOrDefault(conversation, new Log(conversation));
    }

    private void collect() {
        List<ClientFrame.Fetch> fresh = bench.take(ClientFrame.Fetch.class);
        asked.addAll(fresh);
        open.addAll(fresh);
    }

    @Test
    void badgesAreThereBeforeAnyMessageAndNothingIsMissedInTheEnd() {
        directory();
        assertEquals(990L * SHORT + 10 * LONG, bench.standing().pendingIn());
        assertEquals(List.of(), bench.changes(StoreChange.EventsStored.class));
        collect();
        while (!open.isEmpty()) {
            answerOne();
        }
        assertEquals(0, bench.standing().pendingIn());
        assertEquals(Stretch.IDLE, bench.standing().work().stretch());
    }

    @Test
    void newestMessagesOfAllComeBeforeTheHistoryOfAny() {
        directory();
        collect();
        Set<ConversationId> begun = new TreeSet<>();
        while (begun.size() < CONVERSATIONS) {
            ClientFrame.Fetch fetch = open.getFirst();
            assertEquals(log(fetch.conversation()).size(), fetch.to(), "history came too early");
            assertTrue(begun.add(fetch.conversation()));
            answerOne();
        }
        assertTrue(bench.standing().pendingIn() > 0);
    }

    @Test
    void unreadConversationsComeFirst() {
        directory();
        collect();
        for (int i = 0; i < CONVERSATIONS / 2 - Planner.OPEN_MAX; i++) {
            answerOne();
        }
        for (ClientFrame.Fetch fetch : asked) {
            int number = Integer.parseInt(fetch.conversation().value().substring(4));
            assertEquals(0, number % 2, "read already: " + fetch);
        }
    }

    @Test
    void openedConversationJumpsTheQueue() {
        directory();
        collect();
        ConversationId last = ConversationId.group("g%019d".formatted(CONVERSATIONS - 1));
        bench.on(new SyncInput.View(last));
        answerOne();
        assertEquals(last, asked.getLast().conversation());
    }
}
