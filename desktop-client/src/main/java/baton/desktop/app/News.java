package baton.desktop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/// What the changelog says about a version; it comes along with the program.
final class News {
    private static final String HEADING = "## ";
    private static final String UNRELEASED = "Unreleased";

    private News() {}

    /// Of a version without a heading of its own: what is not released yet.
    static String of(String version) {
        String own = section(text(), version);
        return own.isEmpty() ? section(text(), UNRELEASED) : own;
    }

    static String section(String changelog, String version) {
        return changelog
                .lines()
                .dropWhile(line ->
                        !line.equals(HEADING + version)
                                && !line.startsWith(HEADING + version + " "))
                .skip(1)
                .takeWhile(line -> !line.startsWith(HEADING))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String text() {
        try (InputStream in =
                Objects.requireNonNull(News.class.getResourceAsStream("CHANGELOG.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
