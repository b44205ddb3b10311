package baton.desktop.store.sqlite;

import baton.desktop.store.Identity;
import baton.desktop.store.SearchHit;
import baton.desktop.sync.OutboxRow;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at candidates of a search: the message as it stands, if it still says what is sought.
final class SearchHits {
    private final Sql sql;
    private final Identity self;
    private final SearchTerms terms;
    private final Map<Long, Place> places = new HashMap<>();

    SearchHits(Sql sql, Identity self, SearchTerms terms) {
        this.sql = sql;
        this.self = self;
        this.terms = terms;
    }

    /// A message that was found.
    record Found(long key, SearchHit hit) {}

    /// A conversation that something was found in.
    private record Place(ConversationId id, String title, FoldReader folds) {}

    /// @param key of a message, or of an edit that leads to one
    Optional<Found> at(long key) {
        long number = key >> EventRows.SEQ_BITS;
        Place place = places.computeIfAbsent(number, this::place);
        return sql.first("SELECT * FROM event WHERE key = ?", EventRows::read, key)
                .flatMap(event -> messageOf(place, event))
                .flatMap(message -> found(number, place, message));
    }

    private static Optional<Event> messageOf(Place place, Event event) {
        return event.body() instanceof EventBody.Edited edited
                ? place.folds()
                        .held(edited.target())
                        .or(() -> place.folds().search(edited.target().id()))
                : Optional.of(event);
    }

    private Optional<Found> found(long number, Place place, Event message) {
        Folded folded = place.folds().folded(message);
        boolean says = message.body() instanceof EventBody.Message && !folded.gone();
        if (!says || !terms.areIn(folded.text())) {
            return Optional.empty();
        }
        return Optional.of(
                new Found(
                        EventRows.key(number, message.seq()),
                        new SearchHit(
                                place.id(),
                                place.title(),
                                message.asTarget(),
                                message.author(),
                                place.folds().name(message.author()),
                                message.at(),
                                folded.text(),
                                terms.marks(folded.text()))));
    }

    private Place place(long number) {
        Scope.Entry entry = Scope.entry(sql, number);
        List<OutboxRow> outbox =
                sql.list(
                        "SELECT * FROM outbox WHERE conversation = ? ORDER BY client_seq",
                        LocalRows::outbox,
                        entry.id().value());
        FoldReader folds = new FoldReader(sql, entry, self.account(), outbox);
        return new Place(entry.id(), title(entry, folds), folds);
    }

    private String title(Scope.Entry entry, FoldReader folds) {
        return switch (entry.id().kind()) {
            case NOTES -> "";
            case DIRECT -> entry.id().peerOf(self.account()).map(folds::name).orElse("");
            case GROUP ->
                    sql.first(
                                    "SELECT title FROM info WHERE number = ?",
                                    row -> row.getString(1),
                                    entry.number())
                            .orElse("");
        };
    }
}
