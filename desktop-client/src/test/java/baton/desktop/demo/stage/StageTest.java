package baton.desktop.demo.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import baton.desktop.demo.stage.Proof.Verdict;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The stage as a person uses it.
class StageTest {
    private static final double NARROW = 1_200;
    private static final double HEIGHT = 170;

    private static ViewStage shown(SampleStage sample, String language) {
        FxDriver.start();
        Theme theme = FxDriver.fx(() -> new Theme(Theme.Choice.LIGHT));
        return ViewStage.show(
                theme,
                NARROW,
                HEIGHT,
                overlay -> new StageController(sample.viewModel(), Texts.of(language)).root());
    }

    @Test
    void deviceIsCutOffAndPluggedInAgain() {
        SampleStage sample = new SampleStage(Texts.of("en"));
        try (ViewStage stage = shown(sample, "en")) {
            ToggleSwitch network = stage.node("network-laptop", ToggleSwitch.class);
            assertTrue(FxDriver.fx(network::isSelected));
            FxDriver.click(network);
            assertFalse(FxDriver.fx(network::isSelected));
            FxDriver.click(network);
            assertEquals(List.of("cut off laptop", "plug in laptop"), sample.done());
        }
    }

    @Test
    void relayIsKilledAndStartedAgain() {
        SampleStage sample = new SampleStage(Texts.of("en"));
        try (ViewStage stage = shown(sample, "en")) {
            FxDriver.click(stage.node("kill", Button.class));
            assertEquals("Killed", said(stage));
            FxDriver.click(stage.node("start", Button.class));
            assertEquals("Starting…", said(stage));
            FxDriver.run(() -> sample.viewModel().show(RelayState.RUNS));
            assertEquals("It runs", said(stage));
            assertTrue(FxDriver.fx(stage.node("kill", Button.class)::isVisible));
            assertEquals(List.of("kill the relay", "start the relay"), sample.done());
        }
    }

    private static String said(ViewStage stage) {
        return FxDriver.fx(stage.node("relayState", Label.class)::getText);
    }

    @Test
    void whoTypesSilencesThePeopleAndTheSwitchSaysSo() {
        SampleStage sample = new SampleStage(Texts.of("en"));
        try (ViewStage stage = shown(sample, "en")) {
            FxDriver.run(() -> sample.viewModel().talk(false));
            assertFalse(FxDriver.fx(stage.node("talk", ToggleSwitch.class)::isSelected));
            assertEquals(List.of("be silent"), sample.done());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void nothingIsCutOffOnASmallScreen(String language) {
        SampleStage sample = new SampleStage(Texts.of(language));
        try (ViewStage stage = shown(sample, language)) {
            for (Verdict verdict : Verdict.values()) {
                FxDriver.run(
                        () -> sample.viewModel().show(new Proof(verdict, 12_345, 4, 1_234, 0, 0)));
                FxDriver.pulse();
                assertEquals(List.of(), stage.cutLabels(), verdict.name());
            }
        }
    }
}
