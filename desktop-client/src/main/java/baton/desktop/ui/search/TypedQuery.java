package baton.desktop.ui.search;

import baton.desktop.store.SearchQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person typed into the search field, taken apart: words, "words in quotes", and filters
/// such as `from:ben has:link after:2026-11-01` or `来自:ben 包含:链接`. Both languages are understood
/// always. Pure.
///
/// @param query without a conversation
/// @param noDay what was typed where a day should be and is none; empty if there is no such thing
record TypedQuery(SearchQuery query, String noDay) {
    private static final Pattern PART =
            Pattern.compile("([^\\s\"“”]*)[\"“”]([^\"“”]*)(?:[\"“”]|$)|\\S+");
    private static final Pattern FILTER = Pattern.compile("([^:：\\s]+)[:：](.*)", Pattern.DOTALL);
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?|年)?");
    private static final Map<String, Filter> FILTERS =
            Map.ofEntries(
                    Map.entry("from", Filter.FROM),
                    Map.entry("来自", Filter.FROM),
                    Map.entry("has", Filter.HAS),
                    Map.entry("包含", Filter.HAS),
                    Map.entry("after", Filter.AFTER),
                    Map.entry("since", Filter.AFTER),
                    Map.entry("从", Filter.AFTER),
                    Map.entry("before", Filter.BEFORE),
                    Map.entry("早于", Filter.BEFORE));
    private static final Set<String> LINKS = Set.of("link", "links", "链接");
    private static final Set<String> MYSELF = Set.of("me", "我");
    private static final Set<String> TODAY = Set.of("today", "今天");
    private static final Set<String> YESTERDAY = Set.of("yesterday", "昨天");

    private enum Filter {
        FROM,
        HAS,
        AFTER,
        BEFORE
    }

    /// Who asks, where and when.
    ///
    /// @param handle what "me" means
    record Asker(String handle, LocalDate today, ZoneId zone) {}

    static TypedQuery of(String typed, Asker asker) {
        Reading reading = new Reading(asker);
        Matcher parts = PART.matcher(typed);
        while (parts.find()) {
            if (parts.group(1) == null) {
                reading.plain(parts.group());
            } else {
                reading.quoted(parts.group(1), parts.group(2));
            }
        }
        return reading.result();
    }

    /// What is known of the text so far.
    private static final class Reading {
        private final Asker asker;
        private final List<String> terms = new ArrayList<>();
        private final List<String> from = new ArrayList<>();
        private boolean link;
        private Instant since = Instant.MIN;
        private Instant before = Instant.MAX;
        private String noDay = "";

        Reading(Asker asker) {
            this.asker = asker;
        }

        TypedQuery result() {
            return new TypedQuery(
                    new SearchQuery(terms, List.of(), from, link, since, before), noDay);
        }

        void plain(String part) {
            if (!isFilter(part)) {
                term(part);
            }
        }

        void quoted(String lead, String words) {
            if (!isFilter(lead + words)) {
                term(lead);
                term(words);
            }
        }

        private void term(String words) {
            if (!words.isBlank()) {
                terms.add(words);
            }
        }

        private boolean isFilter(String part) {
            Matcher matcher = FILTER.matcher(part);
            if (!matcher.matches()) {
                return false;
            }
            Optional<Filter> filter =
                    Optional.ofNullable(FILTERS.get(matcher.group(1).toLowerCase(Locale.ROOT)));
            String value = matcher.group(2).strip();
            // A filter that is still being typed asks for nothing yet.
            return filter.isPresent() && (value.isEmpty() || take(filter.get(), value));
        }

        private boolean take(Filter filter, String value) {
            String word = value.toLowerCase(Locale.ROOT);
            switch (filter) {
                case FROM -> from.add(MYSELF.contains(word) ? asker.handle() : unmarked(value));
                case HAS -> {
                    if (!LINKS.contains(word)) {
                        return false;
                    }
                    link = true;
                }
                case AFTER -> day(word).ifPresent(day -> since = start(day));
                case BEFORE -> day(word).ifPresent(day -> before = start(day));
            }
            return true;
        }

        private static String unmarked(String name) {
            return name.startsWith("@") ? name.substring(1) : name;
        }

        private Instant start(LocalDate day) {
            return day.atStartOfDay(asker.zone()).toInstant();
        }

        private Optional<LocalDate> day(String word) {
            if (TODAY.contains(word)) {
                return Optional.of(asker.today());
            }
            if (YESTERDAY.contains(word)) {
                return Optional.of(asker.today().minusDays(1));
            }
            Optional<LocalDate> day = date(word);
            if (day.isEmpty()) {
                noDay = word;
            }
            return day;
        }

        private static Optional<LocalDate> date(String word) {
            Matcher matcher = DAY.matcher(word);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int year = Integer.parseInt(matcher.group(1));
            int month = number(matcher.group(2));
            int day = number(matcher.group(3));
            boolean exists =
                    month >= 1
                            && month <= 12
                            && day >= 1
                            && day <= YearMonth.of(year, month).lengthOfMonth();
            return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
        }

        /// The beginning, where nothing was typed.
        private static int number(@org.jspecify.annotations.Nullable String digits) {
            return digits == null ? 1 : Integer.parseInt(digits);
        }
    }
}
