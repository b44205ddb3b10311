package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Member;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.AccountFeed;
import baton.relay.node.NodeId;
import baton.relay.node.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person is called, and that everybody learns of it.
final class SessionNameTest extends SessionFixture {
    private final TestDevice laptop = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice ben = TestDevice.synced(other, "ben", "phone");

    private static ClientFrame.Set name(long ticket, String name) {
        return new ClientFrame.Set(ticket, SettingNames.NAME, "", name);
    }

    @BeforeEach
    void talk() {
        laptop.write(PAIR, "hello");
        laptop.say(laptop.next(TEAM, new EventBody.Created("Team", List.of(ANA, BEN, CLEO))));
        pass(Limits.BEAT);
    }

    private static void fail() {
        throw new StoreUnavailableException("away", new IOException("away"));
    }

    private static String nameIn(TestDevice device, ConversationId conversation, AccountId of) {
        return device
                .register(Register.Info.class, "info/" + conversation)
                .orElseThrow()
                .members()
                .stream()
                .filter(member -> member.account().equals(of))
                .map(Member::name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void newNameReachesEverybodyWhoSharesAConversation() {
        laptop.say(name(1, "Ana Novak"));
        pass(Limits.BEAT);
        assertEquals("", laptop.last(ServerFrame.Done.class).code());
        for (ConversationId conversation : List.of(PAIR, TEAM)) {
            assertEquals("Ana Novak", nameIn(ben, conversation, ANA));
            assertEquals("Ana Novak", nameIn(laptop, conversation, ANA));
            assertTrue(world.disk().isAnnounced(conversation));
        }
        assertEquals(
                "Ana Novak",
                register(CLEO, Register.Info.class, "info/" + TEAM).members().getFirst().name());
    }

    @Test
    void emptyNameIsTheOneFromSignUpAgain() {
        laptop.say(name(1, "Ana Novak"));
        laptop.say(name(2, ""));
        pass(Limits.BEAT);
        assertEquals("ana", nameIn(ben, PAIR, ANA));
    }

    @Test
    void nameIsToldAlthoughTheNodeDiesRightAfterItWasTaken() {
        MemoryRelay dying =
                new MemoryRelay(
                        world,
                        new NodeId("dying"),
                        log -> LogCalls.before(log, "states", SessionNameTest::fail));
        dying.sweep();
        TestDevice.connected(dying, "ana", "tablet").say(name(1, "Ana Novak"));
        assertFalse(world.disk().isAnnounced(PAIR));
        clock.advance(Limits.LEASE.plusSeconds(1));
        relay.sweep();
        pass(Limits.BEAT);
        assertEquals(
                "Ana Novak",
                register(BEN, Register.Info.class, "info/" + PAIR).members().getFirst().name());
    }

    @Test
    void nameThatStandsIsToldWhenItIsSaidAgain() {
        AtomicInteger calls = new AtomicInteger();
        MemoryRelay failing =
                new MemoryRelay(
                        world,
                        new NodeId("failing"),
                        log -> LogCalls.before(log, "retell", () -> failAt(2, calls)));
        TestDevice tablet = TestDevice.connected(failing, "ana", "tablet");
        tablet.say(name(1, "Ana Novak"));
        assertEquals(Refusal.RELAY_UNAVAILABLE.code(), tablet.last(ServerFrame.Done.class).code());
        tablet.say(name(2, "Ana Novak"));
        assertEquals("", tablet.last(ServerFrame.Done.class).code());
        failing.settle();
        pass(Limits.BEAT);
        assertEquals("Ana Novak", nameIn(ben, TEAM, ANA));
        tablet.say(name(3, "Ana Novak"));
        assertEquals(2, calls.get(), "nobody needs to be told what it knows");
    }

    @Test
    void nameThatStandsIsToldAlthoughNobodySaysItAgain() {
        AtomicInteger calls = new AtomicInteger();
        MemoryRelay dying =
                new MemoryRelay(
                        world,
                        new NodeId("dying"),
                        log -> LogCalls.before(log, "retell", () -> failAt(2, calls)));
        dying.sweep();
        TestDevice.connected(dying, "ana", "tablet").say(name(1, "Ana Novak"));
        clock.advance(Limits.LEASE.plusSeconds(1));
        relay.sweep();
        pass(Limits.BEAT);
        assertEquals(
                "Ana Novak",
                register(CLEO, Register.Info.class, "info/" + TEAM).members().getFirst().name());
    }

    @Test
    void conversationThatBeginsDuringARenameTellsTheNewName() {
        ConversationId fresh = ConversationId.group("new0new0new0new0new0");
        AtomicBoolean isRenamed = new AtomicBoolean();
        MemoryRelay slow =
                new MemoryRelay(
                        world,
                        new NodeId("slow"),
                        new MemoryRelay.Around() {
                            @Override
                            public AccountFeed feed(AccountFeed feed) {
                                return LogCalls.before(
                                        AccountFeed.class,
                                        feed,
                                        "write",
                                        () -> renameInBetween(fresh, isRenamed));
                            }
                        });
        slow.sweep();
        TestDevice cleo = TestDevice.connected(slow, "cleo", "desk");
        cleo.say(cleo.next(fresh, new EventBody.Created("New", List.of(ANA, CLEO))));
        slow.settle();
        pass(Limits.BEAT);
        slow.settle();
        assertTrue(isRenamed.get(), "the rename came in between");
        assertEquals(
                "Ana Novak",
                register(CLEO, Register.Info.class, "info/" + fresh).members().getFirst().name());
    }

    /// Once the conversation is in the log and nobody has been told of it.
    private void renameInBetween(ConversationId fresh, AtomicBoolean isRenamed) {
        if (!world.disk().isAnnounced(fresh) && isRenamed.compareAndSet(false, true)) {
            laptop.say(name(1, "Ana Novak"));
        }
    }

    private static void failAt(int call, AtomicInteger calls) {
        if (calls.incrementAndGet() == call) {
            fail();
        }
    }

    @Test
    void namesOfAnotherShapeAreRefused() {
        for (String name : List.of(" ", "a\nb", "x".repeat(Limits.NAME_CHARS_MAX + 1))) {
            laptop.say(name(1, name));
            assertEquals(
                    Refusal.SETTING_MALFORMED.code(), laptop.last(ServerFrame.Done.class).code());
        }
    }

    @Test
    void whoChangesItsNameWithoutEndIsSlowedDown() {
        for (int i = 1; i <= 20; i++) {
            laptop.say(name(i, "Ana " + i));
        }
        assertEquals(Refusal.RATE_LIMITED.code(), laptop.last(ServerFrame.Done.class).code());
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(15));
            laptop.say(new ClientFrame.Beat(0, 0, 0, true));
        }
        laptop.say(name(30, "Ana Novak"));
        assertEquals("", laptop.last(ServerFrame.Done.class).code());
    }
}
