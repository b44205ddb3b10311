package baton.relay.session;

import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.AppendOutcome;
import baton.relay.node.Push;

/// All that can happen to a session.
sealed interface InboxEntry {
    /// The device said something.
    record Frame(ClientFrame frame) implements InboxEntry {}

    /// One of its sends or offers was decided.
    record Outcome(ClientFrame asked, AppendOutcome outcome) implements InboxEntry {}

    /// An answer that must not overtake the pushes before it.
    record Answer(ServerFrame frame) implements InboxEntry {}

    /// Something changed that the device may like to know at once.
    record Pushed(Push push) implements InboxEntry {}
}
