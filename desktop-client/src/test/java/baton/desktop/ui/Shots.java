package baton.desktop.ui;

import java.nio.file.Path;
import javafx.scene.Scene;

/// Pictures in one look, in one folder.
record Shots(Look look, Path folder) {
    private static final double WIDTH = 1100;

    /// The file of a picture: `NAME-LOOK.png`.
    Path file(String name) {
        return folder.resolve(name + "-" + look + ".png");
    }

    /// Draws a window once it shows all that its device has.
    void take(SampleWindow window, String name) {
        window.settle();
        FxDriver.picture(window.stage().getScene(), file(name));
    }

    /// Draws a scene as it is once all asked for is laid out.
    void take(Scene scene, String name) {
        FxDriver.pulse();
        FxDriver.picture(scene, file(name));
    }

    /// What is in sight stays unread: a picture must not depend on how long it took.
    SampleWindow window(SampleDevice device) {
        return window(device, WIDTH);
    }

    /// @param width of the window in natural size; a larger look gets a larger window, as far as
    ///   the headless screen allows
    SampleWindow window(SampleDevice device, double width) {
        device.freeze();
        return SampleWindow.of(device, look, width);
    }
}
