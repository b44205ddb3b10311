package baton.docs;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.Limits;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The protocol's page shows the frames, limits and invariants that the code has.
final class ProtocolDocTest {
    private static final Page PAGE = Repository.page("docs/protocol.md");
    private static final Path SAMPLES =
            Repository.root().resolve("shared-model/src/test/resources/wire/v2");

    @Test
    void everySampleIsShownToTheByte() {
        List<String> samples =
                Repository.files(SAMPLES).stream()
                        .map(file -> Repository.text(file).strip())
                        .sorted()
                        .toList();
        List<String> shown =
                PAGE.fences().stream()
                        .filter(fence -> fence.language().equals("json"))
                        .flatMap(fence -> fence.content().lines())
                        .sorted()
                        .toList();

        assertFalse(samples.isEmpty());
        assertEquals(samples, shown);
    }

    @Test
    void everyLimitIsListedWithItsValue() throws IllegalAccessException {
        Map<String, String> listed =
                PAGE.section("Limits").rows().stream()
                        .collect(
                                Collectors.toMap(
                                        row -> Page.spansOf(row.get(0)).getFirst(),
                                        row -> row.get(1),
                                        (one, other) -> one + " and " + other,
                                        TreeMap::new));

        assertEquals(limits(), listed);
    }

    @Test
    void everyInvariantIsLinkedToATest() {
        List<String> invariants =
                PAGE.section("Invariants")
                        .text()
                        .lines()
                        .filter(line -> line.matches("\\| \\d+ \\|.*"))
                        .toList();

        assertFalse(invariants.isEmpty());
        for (String invariant : invariants) {
            assertTrue(TestLinks.methodsIn(new Page(PAGE.file(), invariant)) > 0, invariant);
        }
    }

    private static Map<String, String> limits() throws IllegalAccessException {
        Map<String, String> limits = new TreeMap<>();
        List<Field> constants =
                Arrays.stream(Limits.class.getDeclaredFields())
                        .filter(field -> Modifier.isPublic(field.getModifiers()))
                        .toList();
        for (Field constant : constants) {
            limits.put(constant.getName(), printed(requireNonNull(constant.get(null))));
        }
        return limits;
    }

    private static String printed(Object value) {
        return switch (value) {
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case Duration time -> time.toSeconds() + " s";
            default -> throw new AssertionError("say how to print " + value.getClass());
        };
    }
}
