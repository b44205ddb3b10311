package baton.desktop.ui;

import baton.desktop.store.SearchHit;
import baton.desktop.store.SearchHit.Mark;
import baton.desktop.store.SearchPage;
import baton.desktop.store.SearchQuery;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Searches of a [SampleDevice], by the plainest means.
final class SampleSearch {
    private final List<SearchQuery> asked = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<SearchQuery, BooleanSupplier> listener = (query, wanted) -> {};
    private volatile SearchPage limits = SearchPage.NONE;

    SearchPage page(
            SearchQuery query,
            int limit,
            BooleanSupplier wanted,
            Function<SearchQuery, List<SearchHit>> search) {
        asked.add(query);
        listener.accept(query, wanted);
        if (!wanted.getAsBoolean()) {
            return SearchPage.NONE;
        }
        List<SearchHit> hits = search.apply(query);
        return new SearchPage(
                hits.subList(0, Math.min(limit, hits.size())),
                hits.size() > limit,
                limits.bounded(),
                limits.left());
    }

    List<SearchQuery> asked() {
        return asked;
    }

    void onSearch(BiConsumer<SearchQuery, BooleanSupplier> next) {
        listener = next;
    }

    void limits(SearchPage next) {
        limits = next;
    }

    /// The last of the log first.
    static List<SearchHit> hits(SampleConversation conversation, SearchQuery query) {
        List<SearchHit> hits = new ArrayList<>();
        if (!query.in().isEmpty() && !query.in().contains(conversation.id)) {
            return hits;
        }
        for (Event event : conversation.events.descendingMap().values()) {
            Folded folded = conversation.folded(event);
            boolean says = event.body() instanceof EventBody.Message && !folded.gone();
            if (says && fits(conversation, event, folded.text(), query)) {
                hits.add(hit(conversation, event, folded.text(), query));
            }
        }
        return hits;
    }

    private static boolean fits(
            SampleConversation conversation, Event event, String text, SearchQuery query) {
        String author = event.author().handle() + " " + conversation.nameOf(event.author());
        return query.terms().stream().allMatch(term -> lower(text).contains(lower(term)))
                && (query.from().isEmpty()
                        || query.from().stream()
                                .anyMatch(who -> lower(author).contains(lower(who))))
                && (!query.link() || text.contains("://"))
                && !event.at().isBefore(query.since())
                && event.at().isBefore(query.before());
    }

    private static SearchHit hit(
            SampleConversation conversation, Event event, String text, SearchQuery query) {
        List<Mark> marks =
                query.terms().stream()
                        .limit(1)
                        .map(term -> {
                            int from = lower(text).indexOf(lower(term));
                            return new Mark(from, from + term.length());
                        })
                        .toList();
        return new SearchHit(
                conversation.id,
                conversation.row().title(),
                event.asTarget(),
                event.author(),
                conversation.nameOf(event.author()),
                event.at(),
                text,
                marks);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
