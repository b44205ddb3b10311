package baton.desktop.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Inspection;
import baton.desktop.runtime.Pin;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.StatusShots;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionViewModelTest {
    private final SampleDevice device = SampleLife.device();
    private final UiContext context =
            SampleWindow.context(
                    device, "en", Theme.Choice.LIGHT, Runnable::run, Runnable::run, uri -> {});
    private final ConnectionViewModel model =
            new ConnectionViewModel(
                    context, new RelayFacts("wss://chat.example.org:443/sync", true, false));
    private final List<Runnable> beats = new ArrayList<>();

    private Pin open() {
        return model.open(task -> {
            beats.add(task);
            return beats::clear;
        });
    }

    private String fact(String name) {
        return model.factsProperty().get().stream()
                .filter(fact -> fact.name().equals(name))
                .map(ConnectionViewModel.Fact::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksInsideOnlyWhileItIsOpen() {
        Pin open = open();
        assertEquals(1, device.onlookers());
        open.close();
        assertEquals(0, device.onlookers());
        assertEquals(List.of(), beats);
    }

    @Test
    void saysHowTheConnectionDoesAtEachBeat() {
        open();
        assertEquals("not known yet", fact("Round trip"));
        device.inspection(StatusShots.inspection());
        beats.getFirst().run();
        assertEquals("38 ms", fact("Round trip"));
        assertEquals("yes", fact("Encryption (TLS)"));
        assertEquals("1,204 of 1,204", fact("Revision of the feed"));
        assertTrue(
                model.framesProperty().get().getFirst().contains("← Page, 4,211 characters"),
                model.framesProperty().get().toString());
        assertTrue(
                model.faultsProperty().get().getFirst().contains("relay-unreachable"),
                model.faultsProperty().get().toString());
    }

    @Test
    void reportNamesNobodyAndNoPlace() {
        device.inspection(StatusShots.inspection());
        open();
        String report = model.report();
        assertTrue(report.contains("wss://(host left out):443, TLS"), report);
        assertTrue(report.contains("in Page 4211"), report);
        for (String word : List.of("example", "ana", "Ana", "Desk", "g:", "d:")) {
            assertFalse(report.contains(word), word + " in " + report);
        }
    }

    @Test
    void relayOnThisComputerIsNoSecret() {
        ConnectionViewModel here =
                new ConnectionViewModel(
                        context, new RelayFacts("ws://localhost:7340/sync", false, true));
        assertTrue(here.report().contains("ws://localhost:7340, no TLS"));
        assertEquals(Inspection.NOTHING, device.inspect().now());
    }
}
