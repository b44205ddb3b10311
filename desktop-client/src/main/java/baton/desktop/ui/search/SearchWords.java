package baton.desktop.ui.search;

import baton.desktop.store.SearchPage;
import baton.desktop.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;

/// What is said about a search, in the language of the window.
record SearchWords(Texts texts) {

    /// @param noDay what was typed instead of a day; empty for nothing
    /// @param missing messages that are not on this device yet
    List<String> notes(SearchViewModel.State state, SearchPage page, String noDay, long missing) {
        List<String> notes = new ArrayList<>();
        if (!noDay.isEmpty()) {
            notes.add(texts.format("search.no-day", noDay));
            return notes;
        }
        if (state == SearchViewModel.State.FOUND) {
            String key = page.more() ? "search.found.more" : "search.found";
            notes.add(texts.format(key, page.hits().size()));
        }
        boolean isAnswered =
                state == SearchViewModel.State.FOUND || state == SearchViewModel.State.NOTHING;
        if (isAnswered && page.bounded()) {
            notes.add(texts.get("search.bounded"));
        }
        if (isAnswered && page.left() > 0) {
            notes.add(texts.format("search.left", page.left()));
        }
        if (isAnswered && missing > 0) {
            notes.add(texts.format("search.missing", missing));
        }
        return notes;
    }

    String spoken(String person, String place, String time, String text) {
        return texts.format("search.row", person, place, time, text);
    }
}
