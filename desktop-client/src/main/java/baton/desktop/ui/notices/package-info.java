/// What went wrong, in words: each code as a title, what happened, what it means for the messages
/// and what to do; shown as a toast, or as the whole window when there is nothing else to show.
/// Views belong to the FX thread. Every other feature may use it; it imports none of them.
@NullMarked
package baton.desktop.ui.notices;

import org.jspecify.annotations.NullMarked;
