package baton.desktop.ui;

import baton.desktop.ui.firstrun.FirstRunViewModel;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;

/// The first window, from empty to every complaint and question that it has.
///
/// @param form of that window
/// @param entry answers it
record FirstRunShots(ViewStage window, FirstRunViewModel form, SampleEntry entry) {

    /// @param picture draws what is on the screen under a name
    void take(Consumer<String> picture) {
        picture.accept("firstrun-empty");
        FxDriver.run(() -> form.handle().textProperty().set("ben"));
        FxDriver.run(() -> form.password().textProperty().set("wrong horse"));
        FxDriver.run(form::submit);
        picture.accept("firstrun-refused");
        ToggleButton signUp = window.node("signUp", ToggleButton.class);
        FxDriver.run(signUp::fire);
        FxDriver.run(() -> form.handle().textProperty().set("b"));
        FxDriver.run(form::submit);
        picture.accept("firstrun-incomplete");
        FxDriver.run(window.node("ownRelay", Button.class)::fire);
        picture.accept("firstrun-own-relay");
        FxDriver.run(() -> form.relay().textProperty().set("wss://192.168.1.20:7340"));
        FxDriver.run(() -> form.handle().textProperty().set("ana"));
        FxDriver.run(() -> form.password().textProperty().set("correct horse"));
        FxDriver.run(() -> form.name().textProperty().set("Ana"));
        entry.showKey(SampleOwnRelay.KEY);
        FxDriver.run(form::submit);
        picture.accept("firstrun-key");
        entry.hideKey();
        FxDriver.run(form::doubtKey);
        FxDriver.run(() -> form.relay().textProperty().set("ws://localhost:7340"));
        FxDriver.run(window.node("link", ToggleButton.class)::fire);
        picture.accept("firstrun-link");
        FxDriver.run(() -> form.code().textProperty().set("H7KM-3QXA"));
        FxDriver.run(form::submit);
        picture.accept("firstrun-link-refused");
    }
}
