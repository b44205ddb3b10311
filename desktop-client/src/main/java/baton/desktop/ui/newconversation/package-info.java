/// Dialogs about who takes part: a new direct conversation or group, and the members of one. View
/// models work without a toolkit, views belong to the FX thread; the relay is asked on the executor
/// that wiring gives. Imports no other feature.
@NullMarked
package baton.desktop.ui.newconversation;

import org.jspecify.annotations.NullMarked;
