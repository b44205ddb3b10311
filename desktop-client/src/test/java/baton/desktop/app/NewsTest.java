package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class NewsTest {
    private static final String CHANGELOG =
            """
            # Changelog

            ## Unreleased

            - Blue.

            ## 0.2.0 (2026-12-01)

            - Green.
              And more.

            ## 0.2

            - Red.
            """;

    @Test
    void aVersionHasWhatStandsUnderIt() {
        assertEquals("- Green.\n  And more.", News.section(CHANGELOG, "0.2.0"));
        assertEquals("- Red.", News.section(CHANGELOG, "0.2"));
        assertEquals("", News.section(CHANGELOG, "0.3"));
    }

    @Test
    void aVersionWithoutAHeadingHasWhatIsNotReleased() {
        assertFalse(News.of("0.0.0").isEmpty());
    }
}
