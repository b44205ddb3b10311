/// The conversation list and its filter. FX thread; the view model needs no toolkit. Knows nothing
/// of the timeline beside it: it offers a selected conversation, the shell does the rest.
@NullMarked
package baton.desktop.ui.conversations;

import org.jspecify.annotations.NullMarked;
