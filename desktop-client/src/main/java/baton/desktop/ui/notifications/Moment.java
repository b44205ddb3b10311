package baton.desktop.ui.notifications;

import baton.model.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that a decision about notifications goes by.
///
/// @param line how current this device is
/// @param quiet whether nobody is to be disturbed
/// @param attended the conversation that somebody looks at right now
/// @param heard every conversation that has unread messages, and any others
record Moment(
        Instant at,
        Line line,
        boolean quiet,
        Scope scope,
        Optional<ConversationId> attended,
        List<Heard> heard) {
    Moment {
        heard = List.copyOf(heard);
    }

    /// How current this device is.
    enum Line {
        OFFLINE,
        CATCHING_UP,
        CURRENT
    }

    /// What a person wants to be told of on this device.
    enum Scope {
        ALL,
        /// Direct conversations, and messages that name the account.
        PERSONAL,
        NONE
    }
}
