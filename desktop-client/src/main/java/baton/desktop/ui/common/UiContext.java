package baton.desktop.ui.common;

import baton.desktop.runtime.Intents;
import baton.desktop.store.StoreReader;
import java.util.concurrent.Executor;

/// What wiring gives to every view of one window.
///
/// @param store asked only through [Reads]
/// @param ui the FX thread: a [UiThread], or `Runnable::run` in a test of a view model
/// @param times also the view's clock
public record UiContext(
        Me me,
        StoreReader store,
        Intents intents,
        UiHints hints,
        Reads reads,
        Executor ui,
        Texts texts,
        Times times,
        Theme theme,
        Machine machine) {

    public Views views() {
        return new Views(texts);
    }
}
