package baton.desktop.ui.newconversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleEntry;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Member;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class NewConversationViewModelTest {
    private static final AccountId BEN = new AccountId("ben");

    private final SampleDevice device = new SampleDevice(Instant.parse("2026-11-26T10:33:05Z"));
    private final SampleEntry entry =
            new SampleEntry().with("ben", "Ben Okafor", "").with("mia", "Mia Chen", "");
    private final Queue<Runnable> ui = new ArrayDeque<>();
    private final List<ConversationId> opened = new ArrayList<>();
    private final Texts texts = Texts.of("en");
    private final NewConversationViewModel viewModel =
            new NewConversationViewModel(
                    SampleDevice.ANA, finder(), device.intents(), ui::add, texts, opened::add);

    @Test
    void knownHandleOpensTheDirectConversation() {
        enter("@Ben");
        assertEquals(List.of(ConversationId.direct(SampleDevice.ANA, BEN)), opened);
    }

    @Test
    void unknownHandleIsExplainedAndKept() {
        enter("nobody");
        assertEquals(
                "Nobody on this relay is called nobody. Check the spelling.",
                viewModel.handleProblemProperty().get());
        assertEquals("nobody", viewModel.handleProperty().get());
        assertTrue(opened.isEmpty());
        viewModel.handleProperty().set("nobod");
        assertEquals("", viewModel.handleProblemProperty().get());
    }

    @Test
    void onesOwnHandleOpensTheNotesToSelf() {
        enter("@Ana");
        assertEquals(List.of(ConversationId.notes(SampleDevice.ANA)), opened);
        assertTrue(entry.asked().isEmpty());
    }

    @Test
    void malformedHandleAndOneselfInAGroupAreRefusedWithoutAskingTheRelay() {
        viewModel.groupProperty().set(true);
        enter("b!");
        assertTrue(viewModel.handleProblemProperty().get().startsWith("A handle has"));
        enter("ana");
        assertTrue(viewModel.handleProblemProperty().get().startsWith("That is you"));
        assertTrue(entry.asked().isEmpty());
    }

    @Test
    void groupIsCreatedWithItsChipsAndOpened() {
        viewModel.groupProperty().set(true);
        enter("ben");
        enter("mia");
        assertEquals(
                List.of(new Member(BEN, "Ben Okafor"), mia()), List.copyOf(viewModel.members()));
        viewModel.remove(mia());
        viewModel.titleProperty().set(" Release ");
        viewModel.submit();
        drain();
        assertEquals(List.of("createGroup Release [ben]"), device.asked());
        assertEquals(1, opened.size());
    }

    @Test
    void handleStillTypedJoinsTheGroupThatIsCreated() {
        viewModel.groupProperty().set(true);
        viewModel.titleProperty().set("Release");
        viewModel.handleProperty().set("mia");
        viewModel.submit();
        drain();
        assertEquals(List.of("createGroup Release [mia]"), device.asked());
    }

    @Test
    void groupWithoutTitleOrPeopleIsNotCreated() {
        viewModel.groupProperty().set(true);
        viewModel.submit();
        assertFalse(viewModel.titleProblemProperty().get().isEmpty());
        viewModel.titleProperty().set("Release");
        viewModel.submit();
        assertEquals("Add at least one person.", viewModel.handleProblemProperty().get());
        enter("ben");
        enter("ben");
        assertEquals("This person is in already.", viewModel.handleProblemProperty().get());
        assertTrue(device.asked().isEmpty());
    }

    @Test
    void membersAreListedInvitedAndLeft() {
        ConversationId id = ConversationId.group("abcdefghijklmnop");
        device.name(BEN, "Ben Okafor");
        device.open(id, "Release", List.of(SampleDevice.ANA, BEN));
        List<String> left = new ArrayList<>();
        MembersViewModel members =
                new MembersViewModel(
                        id, finder(), device.intents(), ui::add, texts, () -> left.add("left"));
        members.show(device.conversation(id));
        assertEquals("2 members", members.headingProperty().get());
        assertTrue(members.changeableProperty().get());
        members.handleProperty().set("ben");
        members.invite();
        assertEquals("This person is in already.", members.handleProblemProperty().get());
        members.handleProperty().set("mia");
        members.invite();
        drain();
        members.leave();
        drain();
        assertEquals(List.of("invite " + id + " mia", "leave " + id), device.asked());
        assertEquals(List.of("left"), left);
        members.show(device.conversation(id));
        assertFalse(members.changeableProperty().get());
    }

    private Finder finder() {
        return new Finder(SampleDevice.ANA, entry, new Threads(Runnable::run, ui::add), texts);
    }

    private void enter(String handle) {
        viewModel.handleProperty().set(handle);
        viewModel.enterHandle();
        drain();
    }

    private void drain() {
        while (!ui.isEmpty()) {
            ui.remove().run();
        }
    }

    private static Member mia() {
        return new Member(new AccountId("mia"), "Mia Chen");
    }
}
