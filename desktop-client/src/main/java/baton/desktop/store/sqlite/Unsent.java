package baton.desktop.store.sqlite;

import baton.desktop.sync.OutboxRow;

/// Messages of which nobody knows any more whether the relay has them.
final class Unsent {
    /// Heading of the documentation and text of the window.
    static final String FATE_UNKNOWN = "fate-unknown";

    private Unsent() {}

    /// The row as one that a person decides about, out of the way of all clientSeqs to come.
    static OutboxRow aside(OutboxRow row, long number) {
        OutboxRow.State state =
                row.state() instanceof OutboxRow.State.Failed
                        ? row.state()
                        : new OutboxRow.State.Failed(FATE_UNKNOWN);
        return new OutboxRow(
                row.conversation(),
                number,
                row.id(),
                row.seen(),
                row.claim(),
                row.body(),
                row.composedAt(),
                state);
    }
}
