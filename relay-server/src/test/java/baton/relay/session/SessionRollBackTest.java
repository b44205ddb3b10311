package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Register;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.MemoryAccountFeed;
import baton.relay.log.MemoryConversationLog;
import baton.relay.node.NodeId;
import baton.relay.node.StoreUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// A relay whose logs and feeds went back to different moments.
final class SessionRollBackTest extends SessionFixture {
    private TestDevice ana = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice ben = TestDevice.synced(relay, "ben", "phone");
    private MemoryConversationLog.Disk earlier = world.disk().snapshot();

    /// @return what ana says next to the team
    private ClientFrame.Send next(long clientSeq, EventBody body) {
        return TestDevice.send(TEAM, clientSeq, body);
    }

    private void found() {
        ana.say(next(1, new EventBody.Created("Team", List.of(BEN))));
        earlier = world.disk().snapshot();
    }

    private void logsGoBack() {
        announce();
        world.disk().rollBack(earlier);
        world.cluster().raiseEpoch(0);
        relay.settle();
        other.settle();
        ana = TestDevice.synced(relay, "ana", "laptop");
    }

    private void announce() {
        pass(TOLD);
    }

    @Test
    void nobodyIsPushedWhatOnlyALostInvitationLetItSee() {
        found();
        ana.say(next(2, new EventBody.Invited(CLEO)));
        logsGoBack();
        TestDevice cleo = TestDevice.synced(relay, "cleo", "pad");
        ana.say(next(2, new EventBody.Message("among the two of us")));
        assertEquals(List.of(), cleo.pushed());
    }

    @Test
    void readMarkThatOutlivedItsMessagesIsOpenedAnew() {
        found();
        for (int i = 2; i <= 5; i++) {
            ana.say(next(i, new EventBody.Message("lost")));
        }
        ben.say(new ClientFrame.Mark(List.of(new ClientFrame.ReadTo(TEAM, 0, 5)), List.of()));
        logsGoBack();
        ana.say(next(2, new EventBody.Message("said since")));
        announce();
        assertEquals(
                new Register.Read(TEAM, 1, 1, 0, 0),
                register(BEN, Register.Read.class, "read/" + TEAM));
    }

    @Test
    void readMarkOfWhoeverIsInvitedOnceMoreIsOpenedAnew() {
        found();
        ana.say(next(2, new EventBody.Invited(CLEO)));
        ana.say(next(3, new EventBody.Message("lost")));
        TestDevice cleo = TestDevice.synced(relay, "cleo", "pad");
        cleo.say(new ClientFrame.Mark(List.of(new ClientFrame.ReadTo(TEAM, 0, 3)), List.of()));
        logsGoBack();
        ana.say(next(2, new EventBody.Titled("Crew")));
        announce();
        ana.say(next(3, new EventBody.Invited(CLEO)));
        announce();
        assertEquals(
                new Register.Read(TEAM, 1, 2, 0, 0),
                register(CLEO, Register.Read.class, "read/" + TEAM));
    }

    @Test
    void readMarkOfAPastThatTheLogDoesNotHaveIsOpenedAnew() {
        found();
        MemoryConversationLog.Disk beginning = earlier;
        ana.say(next(2, new EventBody.Message("of one past")));
        announce();
        MemoryConversationLog.Disk onePast = world.disk().snapshot();
        earlier = beginning;
        logsGoBack();
        ana.say(next(2, new EventBody.Titled("Of another past")));
        announce();
        TestDevice reading = TestDevice.synced(relay, "ben", "phone");
        reading.say(new ClientFrame.Mark(List.of(new ClientFrame.ReadTo(TEAM, 0, 2)), List.of()));
        earlier = onePast;
        logsGoBack();
        ana.say(next(3, new EventBody.Message("said since")));
        announce();
        assertEquals(
                new Register.Read(TEAM, 1, 0, 0, 0),
                register(BEN, Register.Read.class, "read/" + TEAM));
    }

    @Test
    void readMarkOfWhatTheStoreKeptStays() {
        found();
        ana.say(next(2, new EventBody.Message("kept")));
        earlier = world.disk().snapshot();
        ben.say(new ClientFrame.Mark(List.of(new ClientFrame.ReadTo(TEAM, 0, 2)), List.of()));
        Register.Read mark = register(BEN, Register.Read.class, "read/" + TEAM);
        logsGoBack();
        ana.say(next(3, new EventBody.Message("said since")));
        announce();
        assertEquals(mark, register(BEN, Register.Read.class, "read/" + TEAM));
    }

    @Test
    void whatALogSaysNowReplacesTheInfoThatOutlivedIt() {
        found();
        ana.say(next(2, new EventBody.Titled("One")));
        ana.say(next(3, new EventBody.Titled("Two")));
        logsGoBack();
        ana.say(next(2, new EventBody.Titled("Three")));
        announce();
        assertEquals("Three", register(BEN, Register.Info.class, "info/" + TEAM).title());
    }

    @Test
    void whoeverHoldsNothingOfALogIsToldOfItThoughItsFeedWentBackFurther() {
        found();
        announce();
        MemoryAccountFeed feeds = world.feed().snapshot();
        ana.say(next(2, new EventBody.Message("only its head is known")));
        announce();
        world.feed().rollBack(feeds, BEN);
        world.cluster().raiseEpoch(0);
        relay.settle();
        TestDevice.synced(relay, "ben", "phone");
        announce();
        assertEquals(2, register(BEN, Register.Head.class, "head/" + TEAM).seq());
    }

    @Test
    void messageThatComesBackBehindItsAuthorsLeavingIsNotAmongThoseThatItLeftBehind() {
        found();
        ana.say(next(2, new EventBody.Message("lost")));
        ben.say(new ClientFrame.Fetch(TEAM, 2, 2));
        Event held = ben.last(ServerFrame.Page.class).events().getFirst();
        logsGoBack();
        TestDevice.synced(relay, "ana", "pad").say(TestDevice.send(TEAM, 1, new EventBody.Left()));
        TestDevice back = TestDevice.synced(relay, "ben", "phone");
        back.say(new ClientFrame.Offer(TEAM, held, false, List.of()));
        announce();
        assertEquals(3, register(BEN, Register.Head.class, "head/" + TEAM).seq());
        Register.Head left = register(ANA, Register.Head.class, "head/" + TEAM);
        assertEquals(2, left.seq());
        assertEquals(new Tally(0, 0), left.tally());
    }

    /// The feed of ben goes back further than the log; whoever then asks at a node sees it die
    /// before it told anybody anything.
    ///
    /// @param feeds as they are afterwards
    /// @param asks of a device of ben, on its only connection
    private void askADyingNode(MemoryAccountFeed feeds, Consumer<TestDevice> asks) {
        announce();
        pass(Limits.BEAT);
        assertEquals(Set.of(), world.announcing(ONE));
        world.feed().rollBack(feeds, BEN);
        world.cluster().raiseEpoch(0);
        relay.settle();
        other.settle();
        MemoryRelay dying =
                new MemoryRelay(
                        world,
                        new NodeId("dying"),
                        log -> LogCalls.before(log, "states", SessionRollBackTest::fail));
        dying.sweep();
        asks.accept(TestDevice.connected(dying, "ben", "phone"));
        clock.advance(Limits.LEASE.plusSeconds(1));
        relay.sweep();
        announce();
    }

    private static void fail() {
        throw new StoreUnavailableException("away", new IOException("away"));
    }

    @Test
    void comparedLogIsToldOfAlthoughTheNodeDiesRightAfterItAnswered() {
        MemoryAccountFeed feeds = world.feed().snapshot();
        found();
        ana.say(next(2, new EventBody.Message("hello")));
        askADyingNode(feeds, device -> device.say(new ClientFrame.Probe(TEAM, 2, 2)));
        assertEquals(2, register(BEN, Register.Head.class, "head/" + TEAM).seq());
        assertEquals("Team", register(BEN, Register.Info.class, "info/" + TEAM).title());
    }

    @Test
    void headOfAnEarlierEpochIsToldAnewAlthoughTheNodeDiesRightAfterItAnswered() {
        found();
        announce();
        MemoryAccountFeed feeds = world.feed().snapshot();
        ana.say(next(2, new EventBody.Message("hello")));
        askADyingNode(feeds, device -> device.say(new ClientFrame.Sync(0)));
        assertEquals(2, register(BEN, Register.Head.class, "head/" + TEAM).seq());
    }
}
