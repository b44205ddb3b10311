package baton.desktop.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.SearchQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedQueryTest {
    private static final TypedQuery.Asker ANA =
            new TypedQuery.Asker("ana", LocalDate.of(2026, 11, 21), ZoneOffset.ofHours(8));

    private static TypedQuery typed(String text) {
        return TypedQuery.of(text, ANA);
    }

    private static SearchQuery query(String text) {
        return typed(text).query();
    }

    @Test
    void wordsAreTermsAndQuotesKeepThemTogether() {
        assertEquals(List.of("one", "two three", "four"), query("one \"two three\" four").terms());
        assertEquals(List.of("一 句", "x"), query("“一 句”x").terms());
        assertEquals(List.of("not yet closed"), query("\"not yet closed").terms());
        assertTrue(query("  \"\"  ").isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from:ben has:link after:2026-11-01 error",
                "FROM:@ben error HAS:Link since:2026/11/1",
                "来自：ben 包含：链接 从：2026年11月1日 error",
                "after:2026-11 from:\"ben\" has:link error"
            })
    void filtersAreUnderstoodInBothLanguages(String text) {
        assertEquals(
                new SearchQuery(
                        List.of("error"),
                        List.of(),
                        List.of("ben"),
                        true,
                        Instant.parse("2026-10-31T16:00:00Z"),
                        Instant.MAX),
                query(text));
    }

    @Test
    void nameOfTwoWordsStandsInQuotes() {
        assertEquals(List.of("Ben Okafor"), query("from:\"Ben Okafor\" x").from());
        assertEquals(List.of("x"), query("from:\"Ben Okafor\" x").terms());
    }

    @Test
    void meIsWhoeverAsks() {
        assertEquals(List.of("ana"), query("from:me").from());
        assertEquals(List.of("ana"), query("来自：我").from());
    }

    @Test
    void daysBeginWhereThePersonIs() {
        assertEquals(Instant.parse("2026-11-20T16:00:00Z"), query("after:today").since());
        assertEquals(Instant.parse("2026-11-19T16:00:00Z"), query("早于：昨天").before());
        assertEquals(Instant.parse("2025-12-31T16:00:00Z"), query("before:2026").before());
    }

    @ParameterizedTest
    @CsvSource({"after:2026-13, 2026-13", "before:2026-02-30, 2026-02-30", "after:soon, soon"})
    void whatIsNoDayIsSaid(String text, String noDay) {
        assertEquals(noDay, typed(text).noDay());
    }

    @Test
    void filterWithoutItsValueAsksForNothingYet() {
        assertTrue(query("from: after:").isBlank());
        assertEquals("", typed("after:").noDay());
    }

    @Test
    void whatOnlyLooksLikeAFilterIsAWord() {
        assertEquals(
                List.of("https://example.org", "has:cheese", "10:31", "a:b"),
                query("https://example.org has:cheese 10:31 a:b").terms());
    }
}
