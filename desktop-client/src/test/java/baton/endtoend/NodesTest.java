package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.relay.redis.RedisTopology;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three relay processes on a Redis that Sentinels watch; whole devices come to any of them.
class NodesTest {
    private static final Duration PACE = Duration.ofMillis(10);
    private static final int MESSAGES = 150;

    @TempDir static Path folder;
    private static Nodes nodes;
    private static Scene scene;

    @BeforeAll
    static void open() {
        nodes = Nodes.start(folder, RedisTopology.start(RedisTopology.Kind.SENTINEL, 2), 3);
        scene = Scene.at(folder, nodes.address());
    }

    @AfterAll
    static void close() {
        scene.close();
        nodes.close();
    }

    private static void assertClean(SteadyTalk.Result result) {
        assertEquals(0, result.sum(Ledger.Verdict::lost), "lost");
        assertEquals(0, result.sum(Ledger.Verdict::twice), "shown twice");
        assertTrue(result.isClean(), result.toString());
    }

    @Test
    void devicesOfOneAccountAtDifferentNodesSeeTheSame() {
        HeadlessDevice desk = scene.signUpAt(nodes.address(0), "ana", "desk");
        HeadlessDevice laptop = scene.signInAt(nodes.address(1), "ana", "laptop");
        HeadlessDevice home = scene.signUpAt(nodes.address(2), "ben", "home");
        ConversationId talk = ConversationId.direct(desk.account(), home.account());
        for (int i = 1; i <= 10; i++) {
            desk.send(talk, "desk " + i);
            home.send(talk, "home " + i);
            laptop.send(talk, "laptop " + i);
        }
        scene.awaitMessages(30, talk, desk, laptop, home);
        assertEquals(desk.history(talk), laptop.history(talk));
        assertEquals(desk.history(talk), home.history(talk));

        home.send(talk, "for the badge");
        scene.awaitMessages(31, talk, desk, laptop, home);
        scene.await("both show a badge", () -> desk.unread(talk) > 0 && laptop.unread(talk) > 0);
        desk.runtime().intents().markRead(talk, desk.newest(talk));
        scene.await("the laptop's badge is gone", () -> laptop.unread(talk) == 0);
    }

    @Test
    void killedNodeCostsNothingAndItsDevicesGoOnAtOthers() {
        SteadyTalk talk = new SteadyTalk(scene, folder, "kill");
        assertClean(talk.during(MESSAGES, PACE, () -> nodes.kill(1)));
        nodes.start(1);
    }

    @Test
    void restartOfAllNodesOneByOneLosesNothing() {
        SteadyTalk talk = new SteadyTalk(scene, folder, "roll");
        assertClean(talk.during(MESSAGES, PACE, nodes::restartOneByOne));
        for (int node = 0; node < nodes.count(); node++) {
            assertEquals(0, nodes.exitCode(node), "node " + node);
        }
    }

    @Test
    void killedPrimaryOfRedisIsReplacedWhilePeopleTalk() {
        SteadyTalk talk = new SteadyTalk(scene, folder, "failover");
        assertClean(
                talk.during(
                        MESSAGES, PACE, () -> nodes.redis().killPrimaryOf(talk.conversation())));
        nodes.redis().restartDead();
    }
}
