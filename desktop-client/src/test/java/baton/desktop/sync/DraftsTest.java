package baton.desktop.sync;

import static baton.desktop.sync.Bench.PAIR;
import static baton.desktop.sync.Bench.SELF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.DeviceId;
import baton.model.Guard;
import baton.model.Refusal;
import baton.model.Register;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DraftsTest {
    private final Bench bench = new Bench();

    private static Register.Draft draft(String text, DeviceId device) {
        return new Register.Draft(PAIR, text, device, "a device", Instant.EPOCH);
    }

    private Bench type(String text) {
        return bench.on(new SyncInput.SaveDraft(PAIR, text));
    }

    private Bench pause() {
        return bench.pass(Duration.ofSeconds(1));
    }

    private ClientFrame.Draft offered() {
        return bench.take(ClientFrame.Draft.class).getLast();
    }

    private void answer(ClientFrame.Draft draft, boolean accepted, long revision) {
        bench.receive(new ServerFrame.Drafted(PAIR, accepted, revision, draft.ticket()));
    }

    @Test
    void everyChangeIsStoredAtOnceAndToldALittleLater() {
        bench.online();
        type("h");
        type("he");
        assertEquals(2, bench.changes(StoreChange.LocalDraftPut.class).size());
        assertEquals(List.of(), bench.take(ClientFrame.Draft.class));
        pause();
        assertEquals(
                List.of(new ClientFrame.Draft(PAIR, "he", 0, 1)),
                bench.take(ClientFrame.Draft.class));
    }

    @Test
    void typingWithoutAPauseIsToldEveryFewSeconds() {
        bench.online();
        int told = 0;
        for (int i = 0; i < 70; i++) {
            type("text " + i).pass(Duration.ofMillis(100));
            List<ClientFrame.Draft> drafts = bench.take(ClientFrame.Draft.class);
            told += drafts.size();
            drafts.forEach(draft -> answer(draft, true, draft.basis() + 1));
        }
        assertEquals(2, told);
    }

    @Test
    void draftStaysLocalUntilTheFeedBringsItBack() {
        bench.online();
        type("hello");
        pause();
        answer(offered(), true, 1);
        assertEquals(List.of(), bench.changes(StoreChange.LocalDraftRemoved.class));
        bench.feed(draft("hello", SELF));
        assertEquals(1, bench.changes(StoreChange.LocalDraftRemoved.class).size());
        assertEquals(List.of(), bench.changes(StoreChange.DraftCopyKept.class));
    }

    @Test
    void textThatLosesAgainstAnotherDeviceIsKeptAsACopy() {
        bench.online();
        type("mine");
        pause();
        answer(offered(), false, 1);
        bench.feed(draft("theirs", new DeviceId("ana2")));
        assertEquals(
                "mine", bench.changes(StoreChange.DraftCopyKept.class).getFirst().draft().text());
        assertEquals(1, bench.changes(StoreChange.LocalDraftRemoved.class).size());
    }

    @Test
    void textThatAnotherDeviceReplacedAfterItStoodIsNotKept() {
        bench.online();
        type("mine");
        pause();
        answer(offered(), true, 1);
        bench.feed(
                new Register.Delivered(PAIR, Bench.ANA, 1),
                draft("mine and more", new DeviceId("ana2")));
        assertEquals(List.of(), bench.changes(StoreChange.DraftCopyKept.class));
        assertEquals(1, bench.changes(StoreChange.LocalDraftRemoved.class).size());
    }

    @Test
    void lostAnswerIsNoLostText() {
        bench.online();
        type("first");
        pause();
        type("first and second");
        bench.closed("relay-unreachable", 0).on(new SyncInput.ConnectNow()).online();
        bench.feed(draft("first", SELF));
        bench.pass(Duration.ofSeconds(2)).receive(new ServerFrame.Drafted(PAIR, false, 1, 2));
        pause();
        assertEquals(new ClientFrame.Draft(PAIR, "first and second", 1, 3), offered());
        assertEquals(List.of(), bench.changes(StoreChange.DraftCopyKept.class));
    }

    @Test
    void lateAnswerToAnEarlierOfferIsNotTakenForTheLatest() {
        bench.online();
        type("first");
        pause();
        ClientFrame.Draft first = offered();
        bench.feed(draft("first", SELF));
        type("second");
        pause();
        answer(first, true, 1);
        answer(offered(), false, 2);
        bench.feed(draft("theirs", new DeviceId("ana2")));
        assertEquals(
                "second", bench.changes(StoreChange.DraftCopyKept.class).getFirst().draft().text());
    }

    @Test
    void faultOfSomethingElseDoesNotMixUpTheAnswers() {
        bench.online();
        type("first");
        pause();
        ClientFrame.Draft first = offered();
        bench.receive(new ServerFrame.Fault(Refusal.RELAY_UNAVAILABLE.code(), PAIR));
        type("second");
        pause();
        ClientFrame.Draft second = offered();
        answer(first, true, 1);
        bench.feed(draft("first", SELF));
        answer(second, false, 1);
        pause();
        assertEquals(new ClientFrame.Draft(PAIR, "second", 1, 3), offered());
    }

    @Test
    void draftOfAGroupThatWasLeftWaitsUntilSomebodyBringsItBack() {
        bench.online().feed(info(1, true));
        type("for later");
        pause();
        assertEquals(List.of(), bench.take(ClientFrame.Draft.class));
        bench.feed(info(2, false));
        assertEquals(new ClientFrame.Draft(PAIR, "for later", 0, 1), offered());
    }

    private static Register.Info info(long version, boolean isLeft) {
        return new Register.Info(PAIR, 1, version, "", List.of(), 1, 0, 0, isLeft, Guard.NONE);
    }

    @Test
    void sendingClearsTheDraftThatItUsed() {
        bench.online().feed(draft("hello", SELF));
        bench.say("hello");
        pause();
        assertEquals(new ClientFrame.Draft(PAIR, "", 1, 1), offered());
    }
}
