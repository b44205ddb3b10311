package baton.desktop.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.2.0,0.1.9", "0.10,0.9.9", "1,1-rc1", "1.0.1,1.0", "2.0-beta,1.9"})
    void newerIsWhatHasTheGreaterNumber(String newer, String older) {
        assertTrue(version(newer).isNewerThan(version(older)));
        assertFalse(version(older).isNewerThan(version(newer)));
    }

    @Test
    void numbersThatAreNotThereCountAsZero() {
        assertFalse(version("1.0").isNewerThan(version("1")));
        assertFalse(version("1").isNewerThan(version("1.0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(from class files)", "1.", "v1", "1.2.3.4.5", "99999999", "1 -x"})
    void whatIsNoVersionIsNone(String text) {
        assertEquals(Optional.empty(), Version.parse(text));
    }
}
