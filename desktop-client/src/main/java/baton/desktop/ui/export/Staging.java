package baton.desktop.ui.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Files of one export on their way: each is written beside its place and all take their places
/// together at the end. What is closed before leaves nothing behind.
final class Staging implements AutoCloseable {
    private final Path folder;
    private final boolean replace;
    private final List<Path> files = new ArrayList<>();

    /// @param replace whether files of these names may be replaced
    Staging(Path folder, boolean replace) {
        this.folder = folder;
        this.replace = replace;
    }

    /// A file that others cannot read until its owner lets them.
    ///
    /// @throws ExportException `export-exists`
    BufferedWriter open(String name) throws IOException, ExportException {
        Path file = folder.resolve(name);
        if (!replace && Files.exists(file)) {
            throw new ExportException(ExportException.EXISTS);
        }
        files.add(file);
        Path part = part(file);
        Files.deleteIfExists(part);
        return Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    /// @return the files, in the order in which they were opened
    List<Path> finish() throws IOException {
        for (Path file : files) {
            Files.move(
                    part(file),
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
        List<Path> finished = List.copyOf(files);
        files.clear();
        return finished;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(part(file));
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
