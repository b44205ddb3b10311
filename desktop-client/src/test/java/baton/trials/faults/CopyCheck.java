package baton.trials.faults;

import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares what one device holds of a conversation with the relay's log, and its badge with a
/// recount.
final class CopyCheck {
    private static final Set<String> HONEST_REFUSALS = Set.of("message-gone");

    private final Talk talk;
    private final Copy copy;
    private final Findings findings;

    CopyCheck(Talk talk, Copy copy, Findings findings) {
        this.talk = talk;
        this.copy = copy;
        this.findings = findings;
    }

    void run() {
        twice();
        events();
        spans();
        head();
        outbox();
        badge();
    }

    private void twice() {
        Set<MessageId> ids = new HashSet<>();
        for (Event event : copy.events()) {
            if (!ids.add(event.id())) {
                add(Finding.Kind.DOUBLED, event.id(), "holds " + event.id() + " twice");
            }
        }
        for (Copy.Waiting row : copy.outbox()) {
            if (ids.contains(row.id())) {
                add(Finding.Kind.DOUBLED, row.id(), "shows " + row.id() + " as waiting, too");
            }
        }
    }

    private void events() {
        long floor = Math.max(talk.floor(), copy.floor().seq());
        List<Event> expected = talk.log().stream().filter(event -> event.seq() >= floor).toList();
        int common = Math.min(expected.size(), copy.events().size());
        if (expected.size() != copy.events().size()) {
            add(
                    Finding.Kind.GAP,
                    floor,
                    "holds %d events from seq %d on, the log %d"
                            .formatted(copy.events().size(), floor, expected.size()));
        }
        for (int i = 0; i < common; i++) {
            Event held = copy.events().get(i);
            Event told = expected.get(i);
            if (!held.equals(told)) {
                add(
                        Finding.Kind.DIVERGED,
                        told.id(),
                        "holds %s as seq %d, the log has %s as seq %d"
                                .formatted(words(held), held.seq(), words(told), told.seq()));
                return;
            }
        }
    }

    private static String words(Event event) {
        return event.body().kind() + " " + event.id();
    }

    private void spans() {
        if (!copy.events().isEmpty()) {
            List<Copy.Stretch> whole =
                    List.of(
                            new Copy.Stretch(
                                    copy.events().getFirst().seq(), copy.events().getLast().seq()));
            if (!copy.spans().equals(whole)) {
                add(
                        Finding.Kind.GAP,
                        copy.profile(),
                        "claims to hold " + copy.spans() + " and holds " + whole);
            }
        }
    }

    private void head() {
        Copy.Head end = Copy.Head.NONE;
        if (!talk.log().isEmpty()) {
            Event last = talk.log().getLast();
            end = new Copy.Head(last.seq(), last.count(), last.digest());
        }
        if (!copy.head().equals(end)) {
            add(
                    Finding.Kind.PENDING,
                    copy.profile(),
                    "was told that the log ends at " + copy.head() + ", and it does at " + end);
        }
        long held = copy.events().stream().filter(event -> event.body().isCountable()).count();
        long due = copy.head().count() - copy.floor().count();
        if (held != due) {
            add(Finding.Kind.PENDING, copy.profile(), "holds " + held + " messages of " + due);
        }
    }

    private void outbox() {
        for (Copy.Waiting row : copy.outbox()) {
            if (!row.isRefused()) {
                add(Finding.Kind.PENDING, row.id(), row.id() + " still waits to be sent");
            } else if (!HONEST_REFUSALS.contains(row.code())) {
                add(Finding.Kind.LOST, row.id(), row.id() + " was refused: " + row.code());
            }
        }
    }

    private void badge() {
        List<EventBody> after =
                copy.events().stream()
                        .filter(event -> event.seq() > copy.read().seq())
                        .filter(event -> !event.author().equals(copy.account()))
                        .map(Event::body)
                        .filter(EventBody::isCountable)
                        .toList();
        long said = after.stream().filter(EventBody.Message.class::isInstance).count();
        // Of more recalls than these no badge knows.
        long unknown = Math.max(0, after.size() - said - Limits.NOTABLE_KEPT);
        long unread = said + unknown;
        if (unread != copy.badge()) {
            add(
                    Finding.Kind.UNREAD,
                    copy.profile(),
                    "shows " + copy.badge() + " unread, a recount says " + unread);
        }
    }

    private void add(Finding.Kind kind, Object about, String words) {
        findings.add(kind, about, copy.profile() + " " + words);
    }
}
