/// The messages of one conversation: a window of rows over the store, the unread divider, what
/// counts as read. FX thread; everything but cells, controller and view needs no toolkit. Knows no
/// other feature: the shell ties it to list and composer.
@NullMarked
package baton.desktop.ui.timeline;

import org.jspecify.annotations.NullMarked;
