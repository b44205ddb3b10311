package baton.trials.faults;

import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares the relay's log of a conversation with itself and with what the senders wrote down. One
/// thread.
final class LogCheck {
    private final Talk talk;
    private final Findings findings;

    /// By the ids of messages that somebody wanted to take back: the texts that they had.
    private final Map<MessageId, String> recalled = new HashMap<>();

    private final Map<MessageId, Event> byId = new HashMap<>();

    LogCheck(Talk talk, Findings findings) {
        this.talk = talk;
        this.findings = findings;
        talk.log().forEach(event -> byId.put(event.id(), event));
        for (List<Entry> entries : talk.acts().values()) {
            for (Entry entry : entries) {
                if (entry.act() instanceof Act.Recall recall) {
                    recalled.put(recall.message(), recall.text());
                }
            }
        }
    }

    void run() {
        chain();
        numbers();
        Set<DeviceId> devices = new HashSet<>(talk.acts().keySet());
        talk.log().forEach(event -> devices.add(event.device()));
        for (DeviceId device : devices) {
            new OneSender(device, talk.acts().getOrDefault(device, List.of())).run();
        }
        conservation();
    }

    private void chain() {
        List<Event> log = talk.log();
        for (int i = 0; i < log.size(); i++) {
            Event event = log.get(i);
            boolean isFollowed = i > 0;
            findings.expect(
                    !isFollowed || event.seq() == log.get(i - 1).seq() + 1,
                    Finding.Kind.GAP,
                    event.seq(),
                    "seq " + event.seq() + " does not follow the one before");
            // Before the first one that was kept nobody knows the digest.
            boolean isKnown = isFollowed || event.seq() == 1;
            long previous = isFollowed ? log.get(i - 1).digest() : 0;
            findings.expect(
                    !isKnown || Chain.after(previous, event) == event.digest(),
                    Finding.Kind.DIGEST,
                    event.seq(),
                    "the digest at seq " + event.seq() + " does not follow");
            findings.expect(
                    Chain.isWhole(event),
                    Finding.Kind.DIGEST,
                    event.seq(),
                    "the text at seq " + event.seq() + " is not the one that was hashed");
        }
    }

    private void numbers() {
        Set<MessageId> ids = new HashSet<>();
        Map<DeviceId, Long> last = new HashMap<>();
        for (Event event : talk.log()) {
            findings.expect(
                    ids.add(event.id()),
                    Finding.Kind.DOUBLED,
                    event.id(),
                    "the log has " + event.id() + " twice, again at seq " + event.seq());
            long previous = last.getOrDefault(event.device(), 0L);
            findings.expect(
                    event.clientSeq() > previous,
                    event.clientSeq() == previous ? Finding.Kind.DOUBLED : Finding.Kind.REORDERED,
                    event.id(),
                    "clientSeq %d of %s after %d, at seq %d"
                            .formatted(event.clientSeq(), event.device(), previous, event.seq()));
            last.put(event.device(), event.clientSeq());
        }
    }

    /// The count of a log never falls, also where its beginning was trimmed.
    private void conservation() {
        long promised = 0;
        long intended = 0;
        for (List<Entry> entries : talk.acts().values()) {
            for (Entry entry : entries) {
                if (entry.act() instanceof Act.Send send && !isInOutbox(send.text())) {
                    promised += entry.isPromised() ? 1 : 0;
                    intended += 1;
                }
            }
        }
        long count = talk.log().isEmpty() ? 0 : talk.log().getLast().count();
        findings.expect(
                count >= promised,
                Finding.Kind.LOST,
                "count",
                "the log counts " + count + " messages, " + promised + " were promised");
        findings.expect(
                count <= intended,
                Finding.Kind.DOUBLED,
                "count",
                "the log counts " + count + " messages, " + intended + " were ever sent");
    }

    private boolean isInOutbox(String text) {
        return talk.copies().stream()
                .flatMap(copy -> copy.outbox().stream())
                .anyMatch(row -> row.text().equals(text));
    }

    /// What one device sent against what of it is in the log.
    private final class OneSender {
        private final DeviceId device;
        private final List<Entry> entries;
        private final Map<String, Entry> byText = new HashMap<>();
        private final Map<MessageId, List<Entry>> recalls = new HashMap<>();
        private final Set<Long> found = new HashSet<>();
        private long last;
        private long first = Long.MAX_VALUE;
        private long goneEdits;

        OneSender(DeviceId device, List<Entry> entries) {
            this.device = device;
            this.entries = entries;
            for (Entry entry : entries) {
                switch (entry.act()) {
                    case Act.Send send -> byText.put(send.text(), entry);
                    case Act.Edit edit -> byText.put(edit.text(), entry);
                    case Act.Recall recall ->
                            recalls.computeIfAbsent(recall.message(), id -> new ArrayList<>())
                                    .add(entry);
                    default -> {}
                }
            }
        }

        void run() {
            talk.log().stream().filter(event -> event.device().equals(device)).forEach(this::meet);
            goneEdits();
            entries.forEach(this::missing);
        }

        private void meet(Event event) {
            switch (event.body()) {
                case EventBody.Message message -> text(event, message.text());
                case EventBody.Edited edited -> text(event, edited.text());
                case EventBody.Recalled(var target) -> recall(event, target.id());
                case EventBody.Gone gone -> gone(event, gone);
                case EventBody.Created created -> {}
                default -> foreign(event, "a " + event.body().kind() + " that nobody sent");
            }
        }

        private void text(Event event, String text) {
            Entry entry = byText.get(text);
            if (entry == null) {
                foreign(event, "\"" + text + "\" was never sent by this device");
            } else {
                assign(entry);
            }
        }

        private void recall(Event event, MessageId message) {
            // It may have been taken back twice, and the first time may be trimmed.
            List<Entry> open =
                    recalls.getOrDefault(message, List.of()).stream()
                            .filter(entry -> !found.contains(entry.number()))
                            .toList();
            open.stream()
                    .filter(entry -> entry.number() > last)
                    .findFirst()
                    .or(() -> open.stream().findFirst())
                    .ifPresentOrElse(
                            this::assign,
                            () -> foreign(event, "nobody here took " + message + " back"));
            findings.expect(
                    !byId.containsKey(message)
                            || byId.get(message).body() instanceof EventBody.Gone,
                    Finding.Kind.DIVERGED,
                    message,
                    message + " was taken back and its text is still in the log");
        }

        private void gone(Event event, EventBody.Gone gone) {
            if (!gone.was().equals("edited")) {
                String text = recalled.getOrDefault(event.id(), "");
                Entry entry = byText.get(text);
                if (entry == null) {
                    foreign(event, "its text is gone, and nobody took it back");
                } else {
                    assign(entry);
                }
            } else {
                goneEdits++;
            }
        }

        private void assign(Entry entry) {
            findings.expect(
                    found.add(entry.number()),
                    Finding.Kind.DOUBLED,
                    entry.act().words(),
                    "act " + entry.number() + " of " + device + " is in the log twice");
            findings.expect(
                    entry.number() >= last,
                    Finding.Kind.REORDERED,
                    entry.act().words(),
                    "act %d of %s comes after act %d".formatted(entry.number(), device, last));
            findings.expect(
                    entry.fate() != Entry.Fate.REJECTED,
                    Finding.Kind.FOREIGN,
                    entry.act().words(),
                    "act " + entry.number() + " of " + device + " was rejected, and sent");
            last = Math.max(last, entry.number());
            first = Math.min(first, entry.number());
        }

        private void foreign(Event event, String words) {
            findings.add(Finding.Kind.FOREIGN, event.id(), "seq " + event.seq() + ": " + words);
        }

        /// Of an edit that is gone nobody can say which it was: there may be no more than were
        /// made.
        private void goneEdits() {
            long possible =
                    entries.stream()
                            .filter(entry -> !found.contains(entry.number()))
                            .filter(entry ->
                                    entry.act() instanceof Act.Edit edit
                                            && recalled.containsKey(edit.message()))
                            .count();
            findings.expect(
                    goneEdits <= possible,
                    Finding.Kind.FOREIGN,
                    device,
                    goneEdits + " edits of " + device + " are gone, " + possible + " could be");
        }

        private void missing(Entry entry) {
            boolean isTrimmed = talk.floor() > 1 && entry.number() < first;
            if (!entry.isPromised() || found.contains(entry.number()) || isTrimmed) {
                return;
            }
            boolean isExcused =
                    switch (entry.act()) {
                        case Act.Send send -> isInOutbox(send.text());
                        case Act.Edit edit -> isInOutbox(edit.text()) || isGone(edit.message());
                        case Act.Recall recall -> isGone(recall.message());
                        default -> true;
                    };
            findings.expect(
                    isExcused,
                    Finding.Kind.LOST,
                    entry.act().words(),
                    "act %d of %s was promised in round %d and is not in the log: %s"
                            .formatted(entry.number(), device, entry.round(), entry.act().words()));
        }

        /// Whether a message was taken back, or its history is gone by rule.
        private boolean isGone(MessageId message) {
            Event event = byId.get(message);
            return event == null ? talk.floor() > 1 : event.body() instanceof EventBody.Gone;
        }
    }
}
