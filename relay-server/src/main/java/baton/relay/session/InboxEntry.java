package baton.relay.session;

import baton.protocol.ClientFrame;
import baton.relay.log.AppendOutcome;
import baton.relay.node.Push;

/// All that can happen to a session.
sealed interface InboxEntry {
    /// The device said something.
    record Frame(ClientFrame frame) implements InboxEntry {}

    /// One of its sends was decided.
    record Outcome(ClientFrame.Send send, AppendOutcome outcome) implements InboxEntry {}

    /// Something changed that the device may like to know at once.
    record Pushed(Push push) implements InboxEntry {}

    /// A flag of the session changed.
    enum Signal implements InboxEntry {
        INSTANCE
    }
}
