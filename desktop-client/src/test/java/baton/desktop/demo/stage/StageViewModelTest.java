package baton.desktop.demo.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.demo.stage.Proof.Verdict;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.status.PillViewModel.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageViewModelTest {
    private final SampleStage sample = new SampleStage(Texts.of("en"));
    private final StageViewModel stage = sample.viewModel();

    @Test
    void agreementIsSaidWithWhatItRestsOn() {
        stage.show(new Proof(Verdict.AGREED, 1_214, 4, 0, 0, 0));
        assertEquals("All devices agree", stage.verdictProperty().get());
        assertEquals("Lost 0 · shown twice 0 · out of order 0", stage.faultsProperty().get());
        assertEquals("1,214 messages, read back from 4 databases", stage.basisProperty().get());
        assertEquals(Tone.OK, stage.toneProperty().get());
    }

    @Test
    void nothingIsCalledLostThatMayStillArrive() {
        stage.show(new Proof(Verdict.UNDER_WAY, 40, 4, 3, 0, 0));
        assertEquals("Not everywhere yet: 3 to arrive", stage.verdictProperty().get());
        assertEquals("Lost – · shown twice 0 · out of order 0", stage.faultsProperty().get());
        assertEquals(Tone.WARN, stage.toneProperty().get());
    }

    @Test
    void disagreementIsCalledByItsName() {
        stage.show(new Proof(Verdict.BROKEN, 40, 4, 2, 1, 0));
        assertEquals("The devices disagree", stage.verdictProperty().get());
        assertEquals("Lost 2 · shown twice 1 · out of order 0", stage.faultsProperty().get());
        assertEquals(Tone.OFF, stage.toneProperty().get());
    }

    @Test
    void beforeTheFirstComparisonNothingIsClaimed() {
        assertEquals("Comparing…", stage.verdictProperty().get());
    }

    @Test
    void switchesAndButtonsReachTheDoors() {
        DeviceStand laptop = stage.stands().get(1);
        stage.plug(laptop, false);
        assertFalse(laptop.pluggedProperty().get());
        stage.killRelay();
        assertEquals(RelayState.DEAD, stage.relayProperty().get());
        stage.startRelay();
        assertEquals(RelayState.STARTS, stage.relayProperty().get());
        stage.show(RelayState.RUNS);
        stage.talk(false);
        stage.sayMuch();
        stage.plug(laptop, true);
        assertTrue(laptop.pluggedProperty().get());
        assertEquals(
                List.of(
                        "cut off laptop",
                        "kill the relay",
                        "start the relay",
                        "be silent",
                        "say much",
                        "plug in laptop"),
                sample.done());
    }

    @Test
    void aDeviceSaysWhatItsOwnWindowSays() {
        DeviceStand laptop = stage.stands().get(1);
        assertEquals(
                "Offline since 10:32, next\u00a0try\u00a0in\u00a04\u00a0s",
                laptop.pill().textProperty().get());
        assertEquals("To get: 12 · to send: 1", laptop.countsProperty().get());
    }
}
