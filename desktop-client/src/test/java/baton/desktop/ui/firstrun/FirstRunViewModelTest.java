package baton.desktop.ui.firstrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.SampleEntry;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.firstrun.FirstRunViewModel.Door;
import baton.desktop.ui.firstrun.FirstRunViewModel.Subject;
import baton.desktop.ui.firstrun.FirstRunViewModel.Suggestions;
import baton.protocol.LinkCode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FirstRunViewModelTest {
    private static final LinkCode CODE = new LinkCode("H7KM3QXA");

    private final SampleEntry entry = new SampleEntry().with("ben", "Ben Okafor", "correct horse");
    private final Queue<Runnable> network = new ArrayDeque<>();
    private final AtomicInteger entered = new AtomicInteger();
    private final FirstRunViewModel form =
            new FirstRunViewModel(
                    entry,
                    new Threads(network::add, Runnable::run),
                    Texts.of("en"),
                    new Suggestions("ws://localhost:7340", "host · user"),
                    entered::incrementAndGet);

    @Test
    void rightPasswordEnters() {
        fill("ben", "correct horse");
        form.submit();
        assertTrue(form.busyProperty().get());
        network.remove().run();
        assertEquals(1, entered.get());
        assertEquals(List.of("signIn ben host · user"), entry.asked());
        assertEquals("", form.password().text());
    }

    @Test
    void wrongPasswordIsExplainedAndNothingTypedIsLost() {
        fill("ben", "wrong horse");
        send();
        assertEquals("Handle or password is wrong", form.problemTitleProperty().get());
        assertEquals("ben", form.handle().text());
        assertEquals("wrong horse", form.password().text());
        assertEquals(Optional.of(Subject.PASSWORD), form.attentionProperty().get());
        assertFalse(form.busyProperty().get());
        assertEquals(0, entered.get());
    }

    @Test
    void takenHandleIsExplainedAndNothingTypedIsLost() {
        form.doorProperty().set(Door.SIGN_UP);
        fill("ben", "another horse");
        form.name().textProperty().set("Ben the Second");
        send();
        assertEquals("Handle taken", form.problemTitleProperty().get());
        assertEquals("Ben the Second", form.name().text());
        assertEquals(Optional.of(Subject.HANDLE), form.attentionProperty().get());
    }

    @Test
    void unreachableRelayIsExplainedAndNothingTypedIsLost() {
        fill("ben", "correct horse");
        form.relay().textProperty().set("nowhere.example:7340");
        send();
        assertEquals("The relay cannot be reached", form.problemTitleProperty().get());
        assertTrue(form.problemProperty().get().contains("relay on this computer"));
        assertEquals("nowhere.example:7340", form.relay().text());
        assertEquals("correct horse", form.password().text());
    }

    @Test
    void signUpCreatesAccountWithHandleAsTheRelayWritesIt() {
        form.doorProperty().set(Door.SIGN_UP);
        fill(" @Ana ", "long enough");
        form.name().textProperty().set(" Ana Novak ");
        send();
        assertEquals(List.of("signUp ana Ana Novak host · user"), entry.asked());
        assertEquals(1, entered.get());
    }

    @Test
    void incompleteFormIsNotSentAndSaysAllThatIsMissing() {
        form.doorProperty().set(Door.SIGN_UP);
        fill("no", "short");
        form.device().textProperty().set(" ");
        form.submit();
        assertTrue(network.isEmpty());
        assertTrue(form.handle().errorProperty().get().startsWith("A handle has 3 to 32"));
        assertEquals("A password has 8 to 256 characters.", form.password().errorProperty().get());
        assertEquals("Type a name of 1 to 64 characters.", form.name().errorProperty().get());
        assertFalse(form.device().errorProperty().get().isEmpty());
        assertEquals(Optional.of(Subject.HANDLE), form.attentionProperty().get());
    }

    @Test
    void complaintGoesAsSoonAsTheTextIsRight() {
        form.handle().textProperty().set("n");
        assertEquals("", form.handle().errorProperty().get());
        form.handle().left();
        assertFalse(form.handle().errorProperty().get().isEmpty());
        form.handle().textProperty().set("nia");
        assertEquals("", form.handle().errorProperty().get());
    }

    @Test
    void emptyFieldIsNoMistakeUntilTheFormIsSent() {
        form.handle().left();
        assertEquals("", form.handle().errorProperty().get());
    }

    @Test
    void oldShortPasswordMaySignIn() {
        entry.with("old", "Old", "short");
        fill("old", "short");
        send();
        assertEquals(1, entered.get());
    }

    @Test
    void secondPressWhileBusyAsksNothing() {
        fill("ben", "correct horse");
        form.submit();
        form.submit();
        assertEquals(1, network.size());
    }

    @Test
    void bugInTheEntryLeavesTheFormUsable() {
        FirstRunViewModel broken =
                new FirstRunViewModel(
                        new BrokenEntry(),
                        new Threads(network::add, Runnable::run),
                        Texts.of("en"),
                        new Suggestions("localhost", "host"),
                        entered::incrementAndGet);
        broken.handle().textProperty().set("ben");
        broken.password().textProperty().set("correct horse");
        broken.submit();
        assertThrows(IllegalStateException.class, () -> network.remove().run());
        assertFalse(broken.busyProperty().get());
        assertEquals("Baton made a mistake", broken.problemTitleProperty().get());
    }

    @Test
    void codeLetsIn() {
        entry.withCode(CODE);
        form.doorProperty().set(Door.LINK);
        form.code().textProperty().set(" h7km3qxa");
        send();
        assertEquals(List.of("link ws://localhost:7340 host · user"), entry.asked());
        assertEquals(1, entered.get());
        assertEquals("", form.code().text());
    }

    @Test
    void pastedLinkSaysWhereTheRelayIs() {
        entry.withCode(CODE);
        form.relay().textProperty().set("chat.example.org");
        form.doorProperty().set(Door.LINK);
        form.code().textProperty().set("baton:link?relay=ws://localhost:7340&code=H7KM-3QXA");
        assertEquals("ws://localhost:7340", form.relay().text());
        send();
        assertEquals(1, entered.get());
    }

    @Test
    void wrongCodeIsExplainedAndKept() {
        form.doorProperty().set(Door.LINK);
        form.code().textProperty().set("H7KM-3QXA");
        send();
        assertEquals("Code not valid", form.problemTitleProperty().get());
        assertEquals("H7KM-3QXA", form.code().text());
        assertEquals(Optional.of(Subject.CODE), form.attentionProperty().get());
    }

    @Test
    void whatIsNoCodeIsNotSentAndHandleAndPasswordAreNotAskedFor() {
        form.doorProperty().set(Door.LINK);
        form.code().textProperty().set("H7KM");
        form.submit();
        assertTrue(network.isEmpty());
        assertTrue(form.code().errorProperty().get().startsWith("Type the 8 characters"));
        assertEquals("", form.handle().errorProperty().get());
        assertEquals("", form.password().errorProperty().get());
        assertEquals(Optional.of(Subject.CODE), form.attentionProperty().get());
    }

    private void fill(String handle, String password) {
        form.handle().textProperty().set(handle);
        form.password().textProperty().set(password);
    }

    private void send() {
        form.submit();
        network.remove().run();
    }

    private static final class BrokenEntry implements baton.desktop.runtime.AccountEntry {
        @Override
        public Result signUp(Credentials credentials, String personName, String deviceName) {
            throw new IllegalStateException("planted");
        }

        @Override
        public Result signIn(Credentials credentials, String deviceName) {
            throw new IllegalStateException("planted");
        }

        @Override
        public Result link(String relay, LinkCode code, String deviceName) {
            throw new IllegalStateException("planted");
        }

        @Override
        public Lookup find(baton.model.AccountId account) {
            throw new IllegalStateException("planted");
        }
    }
}
