package baton.trials.faults;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.MessageId;
import java.util.List;

/// What one device holds of one conversation, as it stands in its store.
///
/// @param events by seq
/// @param spans what it claims to hold without gap
/// @param outbox what waits or was refused
/// @param shown what a window would show
record Copy(
        Owner owner,
        List<Event> events,
        List<Stretch> spans,
        Head head,
        Floor floor,
        Mark read,
        List<Waiting> outbox,
        Shown shown) {
    Copy {
        events = List.copyOf(events);
        spans = List.copyOf(spans);
        outbox = List.copyOf(outbox);
    }

    /// Whose it is.
    record Owner(String profile, DeviceId device, AccountId account) {}

    /// What a window says of the conversation.
    ///
    /// @param badge unread messages
    record Shown(long badge, String draft, boolean pinned) {}

    String profile() {
        return owner.profile();
    }

    DeviceId device() {
        return owner.device();
    }

    AccountId account() {
        return owner.account();
    }

    long badge() {
        return shown.badge();
    }

    String draft() {
        return shown.draft();
    }

    boolean pinned() {
        return shown.pinned();
    }

    /// From one seq to another, both held.
    record Stretch(long first, long last) {}

    /// Where the device was told that the log stands.
    record Head(long seq, long count, long digest) {
        static final Head NONE = new Head(0, 0, 0);
    }

    /// First seq that may be seen, and how many messages lie before it.
    record Floor(long seq, long count) {
        static final Floor NONE = new Floor(1, 0);
    }

    /// How far was read.
    record Mark(long generation, long seq) implements Comparable<Mark> {
        static final Mark NONE = new Mark(0, 0);

        @Override
        public int compareTo(Mark other) {
            return generation == other.generation
                    ? Long.compare(seq, other.seq)
                    : Long.compare(generation, other.generation);
        }
    }

    /// A row of the outbox.
    ///
    /// @param text of the message or edit; empty for a recall
    /// @param code why it was refused; empty while it waits
    record Waiting(MessageId id, String text, String code) {
        boolean isRefused() {
            return !code.isEmpty();
        }
    }
}
