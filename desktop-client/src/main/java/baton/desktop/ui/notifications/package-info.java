/// What a person is told of while looking elsewhere: which messages are worth it, one notification
/// a conversation, and what takes it back. The decision is a plain function; views belong to the FX
/// thread. Knows no other feature.
@NullMarked
package baton.desktop.ui.notifications;

import org.jspecify.annotations.NullMarked;
