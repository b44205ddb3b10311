/// What every view shares: the way to the FX thread, reads off it, loading of FXML, texts, times
/// and the look. Everything here belongs to the FX thread unless a type says otherwise. Imports no
/// feature package, and of the other layers only `StoreReader`, `Intents` and `ChangeHints`.
@NullMarked
package baton.desktop.ui.common;

import org.jspecify.annotations.NullMarked;
