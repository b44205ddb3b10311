package baton.desktop.store.sqlite;

import baton.desktop.store.SearchHit.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a text must hold to be found. Pure.
///
/// @param folded by [SearchText]; none is empty
/// @param link whether it must hold an address too
record SearchTerms(List<String> folded, boolean link) {
    private static final int MARKS_MAX = 200;
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|mailto:)[^\\s<>\"]", Pattern.CASE_INSENSITIVE);

    static SearchTerms of(List<String> terms, boolean link) {
        return new SearchTerms(
                terms.stream()
                        .map(term -> SearchText.fold(term).strip())
                        .filter(term -> !term.isEmpty())
                        .distinct()
                        .toList(),
                link);
    }

    boolean areIn(String text) {
        if (link && !ADDRESS.matcher(text).find()) {
            return false;
        }
        if (folded.isEmpty()) {
            return true;
        }
        String whole = SearchText.fold(text);
        return folded.stream().allMatch(whole::contains);
    }

    /// What to ask the index: every hit passes, and now and then another text does. Empty if the
    /// index knows nothing of it.
    String asked() {
        Set<String> grams = new LinkedHashSet<>();
        folded.forEach(term -> grams.addAll(SearchText.grams(term)));
        List<String> parts = new ArrayList<>();
        if (!grams.isEmpty()) {
            parts.add(all(grams));
        }
        if (link) {
            parts.add("(%s OR (%s))".formatted(quoted("://"), all(SearchText.grams("mailto:"))));
        }
        return String.join(" AND ", parts);
    }

    private static String all(Set<String> grams) {
        return grams.stream().map(SearchTerms::quoted).collect(Collectors.joining(" AND "));
    }

    private static String quoted(String gram) {
        return '"' + gram.replace("\"", "\"\"") + '"';
    }

    /// Where the text holds the terms.
    List<Mark> marks(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            SearchText.fold(letter, whole);
            while (places.size() < whole.length()) {
                places.add(at);
            }
            at += Character.charCount(letter);
        }
        places.add(text.length());
        List<Mark> marks = new ArrayList<>();
        for (String term : folded) {
            int from = whole.indexOf(term);
            while (from >= 0 && marks.size() < MARKS_MAX) {
                marks.add(mark(text, places, from, from + term.length()));
                from = whole.indexOf(term, from + term.length());
            }
        }
        return joined(marks);
    }

    /// What follows a letter unseen goes with it; a letter that folds to two is never cut.
    private static Mark mark(String text, List<Integer> places, int from, int to) {
        int last = places.get(to - 1);
        int after = last + Character.charCount(text.codePointAt(last));
        return new Mark(places.get(from), Math.max(after, places.get(to)));
    }

    private static List<Mark> joined(List<Mark> marks) {
        List<Mark> joined = new ArrayList<>();
        for (Mark mark : marks.stream().sorted(Comparator.comparingInt(Mark::from)).toList()) {
            if (!joined.isEmpty() && mark.from() <= joined.getLast().to()) {
                Mark last = joined.removeLast();
                joined.add(new Mark(last.from(), Math.max(last.to(), mark.to())));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }
}
