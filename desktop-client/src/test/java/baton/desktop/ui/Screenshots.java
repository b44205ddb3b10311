package baton.desktop.ui;

import baton.desktop.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;

/// Draws the main window in all looks and both languages into a folder. Needs the headless platform
/// or a screen.
public final class Screenshots {
    private Screenshots() {}

    /// @param arguments the folder
    public static void main(String[] arguments) {
        try {
            draw(Path.of(arguments[0]));
        } finally {
            // The toolkit's thread would keep the process alive.
            Platform.exit();
        }
    }

    private static void draw(Path folder) {
        Look.ALL.forEach(look -> draw(new Shots(look, folder)));
        drawOthers(folder);
    }

    /// Every view in one look.
    static void draw(Shots shots) {
        drawWindow(shots);
        new ActionShots(shots).draw();
        new WordShots(shots).draw();
        new StatusShots(shots).draw();
        StageShots.draw(shots);
    }

    /// The window with a conversation, which is what people see all day.
    static void drawWindow(Shots shots) {
        SampleDevice device = SampleLife.device();
        SampleLife.trouble(device);
        try (SampleWindow window = shots.window(device, 1280)) {
            window.show(SampleLife.OUTAGE);
            toEnd(window);
            shots.take(window, "window");
        }
    }

    /// A conversation opens at what is unread; what people see all day is its end.
    private static void toEnd(SampleWindow window) {
        window.settle();
        Button down = (Button) FxDriver.fx(() -> window.find("#down"));
        FxDriver.run(down::fire);
        window.settle();
        FxDriver.until("the newest message is in sight", () -> !down.isVisible());
    }

    /// What is of interest once.
    static void drawOthers(Path folder) {
        drawNarrow(folder.resolve("window-narrow.png"));
        drawLongTexts(folder.resolve("window-long-texts.png"));
        drawDraft(folder.resolve("window-draft.png"));
        drawNothing(folder.resolve("window-nothing.png"));
        drawNoneChosen(folder.resolve("window-none-chosen.png"));
    }

    private static void drawNarrow(Path file) {
        try (SampleWindow window =
                SampleWindow.of(SampleLife.device(), "en", Theme.Choice.LIGHT, 900)) {
            FxDriver.run(() -> window.main().devicesShownProperty().set(true));
            window.show(SampleLife.OUTAGE);
            toEnd(window);
            FxDriver.picture(window.stage().getScene(), file);
        }
    }

    private static void drawLongTexts(Path file) {
        SampleDevice device = SampleLife.device();
        device.freeze();
        device.open(
                SampleLife.LOBBY,
                "A group whose title is much longer than the place that a list has for it",
                List.of(SampleLife.ANA, SampleLife.BEN, SampleLife.MIA, SampleLife.SAM));
        String prose = "Long messages wrap at the width that reads well, line after line. ";
        device.say(SampleLife.LOBBY, SampleLife.BEN, SampleLife.NOW, "word".repeat(2_000));
        device.say(SampleLife.LOBBY, SampleLife.BEN, SampleLife.NOW, prose.repeat(5));
        device.say(SampleLife.LOBBY, SampleLife.MIA, SampleLife.NOW, "长消息会在合适的宽度换行。".repeat(12));
        device.say(
                SampleLife.LOBBY,
                SampleLife.ANA,
                SampleLife.NOW,
                prose.repeat(3) + "https://example.org/" + "path/".repeat(30));
        device.say(SampleLife.LOBBY, SampleLife.ANA, SampleLife.NOW, "one\ntwo\n\nthree");
        try (SampleWindow window = SampleWindow.of(device)) {
            window.show(SampleLife.LOBBY);
            FxDriver.press(javafx.scene.input.KeyCode.END);
            FxDriver.run(() -> window.timeline().scrollTo(window.timeline().getItems().size() - 1));
            window.settle();
            FxDriver.picture(window.stage().getScene(), file);
        }
    }

    private static void drawDraft(Path file) {
        SampleDevice device = SampleLife.device();
        device.draft(
                SampleLife.RELEASE,
                new baton.desktop.store.ConversationRow.Draft(
                        "The notes are ready, only the upgrade section is missing.\nI write it tonight.",
                        false,
                        "Laptop",
                        SampleLife.at(21, "10:02:00"),
                        "The notes are nearly ready"));
        try (SampleWindow window = SampleWindow.of(device)) {
            window.show(SampleLife.RELEASE);
            window.settle();
            FxDriver.picture(window.stage().getScene(), file);
        }
    }

    private static void drawNothing(Path file) {
        try (SampleWindow window = SampleWindow.of(new SampleDevice(SampleLife.NOW))) {
            window.settle();
            FxDriver.picture(window.stage().getScene(), file);
        }
    }

    private static void drawNoneChosen(Path file) {
        try (SampleWindow window = SampleWindow.of(SampleLife.device())) {
            window.settle();
            FxDriver.picture(window.stage().getScene(), file);
        }
    }
}
