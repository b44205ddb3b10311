package baton.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checked-out tree that the documents and the sources are read from.
final class Repository {
    private static final Path ROOT = find();

    private Repository() {}

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("baton.cmd"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("run the tests inside the repository");
            }
            folder = parent;
        }
        return folder;
    }

    static Path root() {
        return ROOT;
    }

    /// Every page in Markdown, sorted by path.
    static List<Page> pages() {
        List<Path> folders = List.of(ROOT.resolve("docs"), ROOT.resolve("installers"));
        Stream<Path> top =
                Stream.of("README.md", "README.zh-CN.md", "CHANGELOG.md").map(ROOT::resolve);
        return Stream.concat(top, folders.stream().flatMap(folder -> files(folder).stream()))
                .filter(file -> file.toString().endsWith(".md"))
                .sorted()
                .map(Repository::read)
                .toList();
    }

    /// One page by its path from the root.
    static Page page(String path) {
        return read(ROOT.resolve(path));
    }

    /// Every Java file under a source folder of the three modules, sorted.
    ///
    /// @param kind `main` or `test`
    static List<Path> javaFiles(String kind) {
        return Stream.of("shared-model", "relay-server", "desktop-client")
                .map(module -> ROOT.resolve(module).resolve("src").resolve(kind).resolve("java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        return new Page(file, text(file));
    }
}
