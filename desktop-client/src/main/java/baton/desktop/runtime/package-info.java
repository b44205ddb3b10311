/// The shell around the engine: one thread with its queue, clock and ids, and the two interfaces
/// that the window knows: what it may ask (`Intents`) and what it is told (`ChangeHints`). No
/// JavaFX here.
@NullMarked
package baton.desktop.runtime;

import org.jspecify.annotations.NullMarked;
