package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import baton.desktop.runtime.AccountEntry;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Member;
import baton.model.SettingNames;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ana on two devices, Ben and Mia: what one does, all see. One relay and the same devices for all
/// tests, as in life; each test has a conversation of its own.
class TalkTest {
    @TempDir static Path folder;
    private static Scene scene;
    private static HeadlessDevice desk;
    private static HeadlessDevice laptop;
    private static HeadlessDevice home;
    private static HeadlessDevice office;

    @BeforeAll
    static void open() {
        scene = Scene.in(folder);
        desk = scene.signUp("ana", "desk");
        laptop = scene.signIn("ana", "laptop");
        home = scene.signUp("ben", "home");
        office = scene.signUp("mia", "office");
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    /// A group of Ana and Ben that all their devices hold.
    private static ConversationId group(String title) {
        ConversationId group =
                desk.runtime().intents().createGroup(title, List.of(home.account()), outcome -> {});
        scene.await(
                "the group is everywhere",
                () ->
                        List.of(desk, laptop, home).stream()
                                .allMatch(each -> each.newest(group) == 1));
        return group;
    }

    private static ConversationRow row(HeadlessDevice device, ConversationId conversation) {
        return device.reader().conversation(conversation).orElseThrow();
    }

    @Test
    void twoPeopleOnThreeDevicesSeeTheSame() {
        ConversationId talk = ConversationId.direct(desk.account(), home.account());
        for (int i = 1; i <= 20; i++) {
            desk.send(talk, "desk " + i);
            home.send(talk, "home " + i);
            laptop.send(talk, "laptop " + i);
        }
        scene.awaitMessages(60, talk, desk, laptop, home);
        assertEquals(60, desk.texts(talk).stream().distinct().count());
        assertEquals(desk.history(talk), laptop.history(talk));
        assertEquals(desk.history(talk), home.history(talk));
        for (String name : List.of("desk", "home", "laptop")) {
            List<String> own =
                    home.texts(talk).stream().filter(text -> text.startsWith(name)).toList();
            assertEquals(IntStream.rangeClosed(1, 20).mapToObj(i -> name + " " + i).toList(), own);
        }
    }

    @Test
    void readingOnOneDeviceClearsTheBadgeOfTheOther() {
        ConversationId group = group("Badges");
        for (int i = 1; i <= 5; i++) {
            home.send(group, "home " + i);
        }
        scene.awaitMessages(5, group, desk, laptop, home);
        scene.await(
                "both devices show 5", () -> desk.unread(group) == 5 && laptop.unread(group) == 5);
        assertEquals(0, home.unread(group));

        desk.runtime().intents().markRead(group, desk.newest(group) - 2);
        scene.await("the laptop shows 2", () -> laptop.unread(group) == 2);
        desk.runtime().intents().markRead(group, desk.newest(group));
        scene.await("the laptop shows none", () -> laptop.unread(group) == 0);
        laptop.runtime().intents().markUnread(group, laptop.newest(group));
        scene.await("the desk shows 1", () -> desk.unread(group) == 1);
    }

    @Test
    void newNameReachesOwnDevicesAndEverybodyElse() {
        ConversationId group = group("Names");
        desk.runtime().intents().set(SettingNames.NAME, "", "Ana Novak");
        scene.await(
                "the others call her so",
                () -> List.of(desk, laptop, home).stream().allMatch(each -> callsAna(each, group)));
        scene.await(
                "her other device has it as its own",
                () -> laptop.reader().setting(SettingNames.NAME, "").equals("Ana Novak"));
        assertEquals(
                new AccountEntry.Lookup.Found(desk.account(), "Ana Novak"),
                home.runtime().entry().find(desk.account()));
    }

    private static boolean callsAna(HeadlessDevice device, ConversationId group) {
        return row(device, group).members().contains(new Member(desk.account(), "Ana Novak"));
    }

    @Test
    void senderSeesThatTheOtherHasReadIt() {
        ConversationId group = group("Ticks");
        desk.send(group, "seen?");
        scene.awaitMessages(1, group, desk, laptop, home);
        scene.await("delivered", () -> tick(laptop, group) == Tick.DELIVERED);
        home.runtime().intents().markRead(group, home.newest(group));
        scene.await(
                "read", () -> tick(desk, group) == Tick.READ && tick(laptop, group) == Tick.READ);
    }

    private static Tick tick(HeadlessDevice device, ConversationId talk) {
        return row(device, talk).last().tick();
    }

    @Test
    void invitedPersonSeesWhatIsSaidFromThenOnAndNothingAfterLeaving() {
        ConversationId group = group("Doors");
        home.send(group, "before");
        scene.awaitMessages(1, group, desk, laptop, home);
        desk.runtime().intents().invite(group, office.account(), outcome -> {});
        scene.await("Mia is in", () -> office.reader().conversation(group).isPresent());
        home.send(group, "while");
        scene.await("Mia heard", () -> office.texts(group).contains("while"));
        assertFalse(office.texts(group).contains("before"));

        office.runtime().intents().leave(group, outcome -> {});
        scene.await("Mia is out", () -> row(office, group).left());
        scene.await(
                "Ben knows that she left",
                () ->
                        row(home, group).members().stream()
                                .noneMatch(member -> member.account().equals(office.account())));
        home.send(group, "after");
        scene.awaitMessages(3, group, desk, laptop, home);
        office.send(group, "am I heard?");
        scene.await("Mia is told", () -> failureOf(office, group).equals("not-a-member"));
        assertEquals(List.of("while"), office.texts(group));
        assertEquals(
                List.of("created", "message", "invited", "message", "left", "message"),
                laptop.history(group).stream().map(event -> event.body().kind()).toList());
    }

    @Test
    void unknownRecipientIsNamedAndTheTextIsKept() {
        ConversationId nobody =
                ConversationId.direct(desk.account(), new AccountId("nobody-of-this-name"));
        desk.send(nobody, "are you there?");
        scene.await("the desk is told", () -> failureOf(desk, nobody).equals("unknown-recipient"));
        assertEquals(
                new EventBody.Message("are you there?"),
                desk.reader().outbox().stream()
                        .filter(pending -> pending.conversation().equals(nobody))
                        .map(TimelineRow.Pending::body)
                        .findFirst()
                        .orElseThrow());
        desk.reader().outbox().stream()
                .filter(pending -> pending.conversation().equals(nobody))
                .forEach(pending -> desk.runtime().intents().discard(nobody, pending.clientSeq()));
        scene.await("nothing is left", () -> desk.reader().outbox().isEmpty());
    }

    private static String failureOf(HeadlessDevice device, ConversationId conversation) {
        return device.reader().outbox().stream()
                .filter(pending -> pending.conversation().equals(conversation))
                .map(TimelineRow.Pending::code)
                .findFirst()
                .orElse("");
    }

    @Test
    void draftOfOneDeviceAppearsOnTheOther() {
        ConversationId group = group("Drafts");
        desk.runtime().intents().saveDraft(group, "half a thou");
        desk.runtime().intents().saveDraft(group, "half a thought");
        scene.await(
                "the laptop has the draft",
                () -> row(laptop, group).draft().text().equals("half a thought"));
        assertEquals("desk", row(laptop, group).draft().deviceName());
        assertEquals("", row(home, group).draft().text());

        laptop.runtime().intents().saveDraft(group, "half a thought, finished");
        scene.await(
                "the desk has it too",
                () -> row(desk, group).draft().text().equals("half a thought, finished"));
        desk.send(group, "half a thought, finished");
        scene.await("sending cleared it", () -> row(laptop, group).draft().text().isEmpty());
    }

    @Test
    void closedDeviceComesBackWithEverything() {
        ConversationId group = group("Doze");
        for (int i = 1; i <= 30; i++) {
            home.send(group, "home " + i);
        }
        scene.awaitMessages(30, group, desk, laptop, home);
        scene.close(laptop);
        for (int i = 31; i <= 60; i++) {
            home.send(group, "home " + i);
        }
        desk.runtime().intents().markRead(group, 11);
        scene.awaitMessages(60, group, desk, home);
        laptop = scene.open("laptop");
        assertEquals(30, laptop.texts(group).size());
        scene.awaitMessages(60, group, laptop);
        scene.await("the badge is right", () -> laptop.unread(group) == 50);
        assertEquals(desk.history(group), laptop.history(group));
    }

    @Test
    void newDeviceGetsEverythingWithTheRightBadges() {
        ConversationId group = group("Late");
        for (int i = 1; i <= 200; i++) {
            (i % 5 == 0 ? desk : home).send(group, "message " + i);
        }
        scene.awaitMessages(200, group, desk, laptop, home);
        desk.runtime().intents().markRead(group, desk.newest(group));
        for (int i = 201; i <= 240; i++) {
            home.send(group, "message " + i);
        }
        scene.awaitMessages(240, group, desk, laptop, home);
        scene.await("read up to there", () -> laptop.unread(group) == 40);
        HeadlessDevice phone = scene.signIn("ana", "phone");
        scene.awaitMessages(240, group, phone);
        assertEquals(desk.history(group), phone.history(group));
        scene.await("the badge is right", () -> phone.unread(group) == 40);
        for (ConversationRow known : desk.reader().conversations()) {
            scene.await(
                    "the same badge for " + known.title(),
                    () -> phone.unread(known.id()) == desk.unread(known.id()));
        }
    }
}
