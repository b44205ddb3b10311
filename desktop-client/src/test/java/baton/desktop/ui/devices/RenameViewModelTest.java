package baton.desktop.ui.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.SampleDevices;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.model.DeviceId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RenameViewModelTest {
    private final SampleDevices account = new SampleDevices();
    private final Queue<Runnable> network = new ArrayDeque<>();
    private final RenameViewModel rename =
            new RenameViewModel(
                    new DeviceId("laptop"),
                    account,
                    new Threads(network::add, Runnable::run),
                    Texts.of("en"));

    @Test
    void newNameIsSentWithoutItsEdges() {
        rename.begin("Laptop");
        assertTrue(rename.openProperty().get());
        rename.textProperty().set("  Kitchen ");
        rename.save();
        rename.save();
        assertEquals(1, network.size());
        network.remove().run();
        assertEquals(List.of("rename laptop Kitchen"), account.asked());
        assertFalse(rename.openProperty().get());
    }

    @Test
    void sameNameAsksNobody() {
        rename.begin("Laptop");
        rename.save();
        assertTrue(network.isEmpty());
        assertFalse(rename.openProperty().get());
    }

    @Test
    void nameThatDoesNotFitIsNotSent() {
        rename.begin("Laptop");
        for (String unfit : List.of(" ", "x".repeat(65))) {
            rename.textProperty().set(unfit);
            rename.save();
            assertTrue(network.isEmpty());
            assertTrue(rename.openProperty().get());
            assertEquals(
                    "A name has 1 to 64 characters. Choose another name.",
                    rename.problemProperty().get());
        }
    }

    @Test
    void whatWasTypedStaysIfTheRelaySaysNo() {
        account.fail("relay-unreachable");
        rename.begin("Laptop");
        rename.textProperty().set("Kitchen");
        rename.save();
        network.remove().run();
        assertTrue(rename.openProperty().get());
        assertEquals("Kitchen", rename.textProperty().get());
        assertFalse(rename.problemProperty().get().isEmpty());
        rename.begin("Laptop");
        assertEquals("", rename.problemProperty().get());
    }

    @Test
    void givingUpWaitsForARequestUnderWay() {
        rename.begin("Laptop");
        rename.textProperty().set("Kitchen");
        rename.save();
        rename.cancel();
        assertTrue(rename.openProperty().get());
        network.remove().run();
        assertFalse(rename.openProperty().get());
    }
}
