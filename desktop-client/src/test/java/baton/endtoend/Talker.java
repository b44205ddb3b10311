package baton.endtoend;

import baton.model.ConversationId;
import baton.model.EventBody;

/// Sends numbered messages from one device and writes each down in a ledger. It never has more than
/// a few under way, so that whatever happens meanwhile hits a conversation that goes on.
final class Talker {
    private static final long UNDER_WAY_MAX = 24;

    private final HeadlessDevice device;
    private final Changes changes;
    private final ConversationId conversation;
    private final Ledger ledger;
    private final String name;

    Talker(
            HeadlessDevice device,
            Changes changes,
            ConversationId conversation,
            Ledger ledger,
            String name) {
        this.device = device;
        this.changes = changes;
        this.conversation = conversation;
        this.ledger = ledger;
        this.name = name;
    }

    /// Goes on where it stopped, however that was: the last number that was intended is sent again
    /// unless the device has it on its disk.
    ///
    /// @param last number to send
    /// @param ahead how many more than all others together it may have said, as far as its device
    ///   knows; 0 or less makes it answer only
    void talk(long last, long ahead) {
        long before = ledger.last(name);
        boolean isStored = before > 0 && isOnDisk(name + " " + before);
        if (isStored) {
            ledger.promise(name, before);
        }
        long first = isStored ? before + 1 : Math.max(1, before);
        for (long number = first; number <= last; number++) {
            long next = number;
            changes.await(name + " may send " + next, () -> isTurn(next, ahead));
            ledger.intend(name, number);
            device.send(conversation, name + " " + number);
            ledger.promise(name, number);
        }
    }

    /// Of all messages in the log at most `next - 1` are its own, so others said all the rest.
    private boolean isTurn(long next, long ahead) {
        long others = device.count(conversation) - (next - 1);
        return next <= others + ahead && device.reader().outbox().size() < UNDER_WAY_MAX;
    }

    private boolean isOnDisk(String text) {
        return device.texts(conversation).contains(text)
                || device.reader().outbox().stream()
                        .anyMatch(row -> row.body().equals(new EventBody.Message(text)));
    }
}
