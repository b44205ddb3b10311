/// Looking for messages: what a person types, what was found, and the way to it. FX thread; the
/// store is asked on a reader thread.
@NullMarked
package baton.desktop.ui.search;

import org.jspecify.annotations.NullMarked;
