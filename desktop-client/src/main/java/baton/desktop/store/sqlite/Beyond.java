package baton.desktop.store.sqlite;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Tally;
import baton.rules.EventFold;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where a log stands as this device knows it: events may be here before the registers that tell of
/// them. What is held beyond the head is added to what the registers say.
///
/// @param head of the newest seq known
/// @param notable with everything up to there
record Beyond(Register.Head head, Register.Notable notable) {

    /// @param newest the end of what is held
    static Beyond of(Sql sql, AccountId self, Scope.Entry entry, Beyond told, long newest) {
        if (newest <= told.head().seq()) {
            return told;
        }
        List<Event> events =
                sql.list(
                        "SELECT * FROM event WHERE key > ? AND key <= ?",
                        EventRows::read,
                        EventRows.key(entry.number(), told.head().seq()),
                        EventRows.key(entry.number(), newest));
        FoldReader folds = new FoldReader(sql, entry, self, List.of());
        Tally tally = new TallyReader(sql, self).at(Scope.of(entry.number(), entry.id()), newest);
        return new Beyond(
                head(told.head(), events, folds, tally),
                notable(told.notable(), events, folds, self));
    }

    private static Register.Head head(
            Register.Head told, List<Event> events, FoldReader folds, Tally tally) {
        Event newest = events.getLast();
        Optional<Event> shown =
                events.reversed().stream()
                        .filter(event -> EventFold.isShown(event.body()))
                        .findFirst();
        return new Register.Head(
                told.conversation(),
                told.epoch(),
                newest.seq(),
                tally.count(),
                tally.own(),
                newest.digest(),
                shown.map(Event::at).orElse(told.at()),
                shown.map(event -> preview(event, folds.folded(event))).orElse(told.preview()));
    }

    private static Preview preview(Event event, Folded folded) {
        String kind = folded.gone() ? EventBody.Gone.KIND : event.body().kind();
        return new Preview(event.author(), kind, folded.text());
    }

    private static Register.Notable notable(
            Register.Notable told, List<Event> events, FoldReader folds, AccountId self) {
        Set<Long> recalled = new TreeSet<>(told.recalled());
        Set<Long> mentions = new TreeSet<>(told.mentions());
        for (Event event : events) {
            Optional<Event> message =
                    event.body().isCountable()
                            ? Optional.of(event)
                            : EventFold.targetOf(event.body()).flatMap(folds::held);
            if (message.isPresent()) {
                Event about = message.get();
                boolean ofOthers = !about.author().equals(self);
                Folded folded = folds.folded(about);
                put(recalled, about.seq(), ofOthers && folded.gone());
                put(mentions, about.seq(), ofOthers && folded.mentions().contains(self));
            } else if (!event.author().equals(self)) {
                unheld(event.body(), recalled, mentions, self);
            }
        }
        return new Register.Notable(
                told.conversation(),
                told.epoch(),
                told.seq(),
                List.copyOf(recalled),
                List.copyOf(mentions));
    }

    /// Only the author edits and recalls, so a message that is not here is by whoever does.
    private static void unheld(
            EventBody body, Set<Long> recalled, Set<Long> mentions, AccountId self) {
        if (body instanceof EventBody.Recalled(var target)) {
            recalled.add(target.seq());
            mentions.remove(target.seq());
        } else if (body instanceof EventBody.Edited edited) {
            long seq = edited.target().seq();
            put(mentions, seq, edited.mentions().contains(self) && !recalled.contains(seq));
        }
    }

    private static void put(Set<Long> seqs, long seq, boolean isIn) {
        if (isIn) {
            seqs.add(seq);
        } else {
            seqs.remove(seq);
        }
    }
}
