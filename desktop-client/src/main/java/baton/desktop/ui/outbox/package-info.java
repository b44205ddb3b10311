/// What waits to be sent and what was not sent, of all conversations, and what may be done about
/// it. FX thread; the words and the view model need no toolkit. Knows no other feature.
@NullMarked
package baton.desktop.ui.outbox;

import org.jspecify.annotations.NullMarked;
