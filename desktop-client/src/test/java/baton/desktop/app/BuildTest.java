package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;

class BuildTest {
    @Test
    void aPackageSaysWhenItWasBuiltAndFromWhat() {
        Build build =
                Build.of(
                        manifest(
                                Map.of(
                                        "Implementation-Version", "1.2.3",
                                        "Build-Date", "2026-11-30",
                                        "Build-Commit", "1f0c2ab")));
        assertEquals(new Build("1.2.3", Optional.of("2026-11-30, 1f0c2ab")), build);
    }

    @Test
    void sourcesWithoutTheirHistoryLeaveTheDateAlone() {
        Build build =
                Build.of(
                        manifest(
                                Map.of(
                                        "Implementation-Version", "1.2.3",
                                        "Build-Date", "2026-11-30")));
        assertEquals(Optional.of("2026-11-30"), build.origin());
    }

    @Test
    void classFilesHaveNoVersion() {
        assertEquals(
                new Build("(from class files)", Optional.empty()), Build.of(manifest(Map.of())));
    }

    private static Attributes manifest(Map<String, String> entries) {
        Attributes attributes = new Attributes();
        entries.forEach(attributes::putValue);
        return attributes;
    }
}
