package baton.trials.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a writer of the real store asked of the system, in order, as `strace` wrote it down.
record Recording(List<Call> calls) {
    static final String COMMITTED = "committed ";

    private static final String STORE = "store.db";
    private static final long PATIENCE_SECONDS = 120;

    /// Each begins with the number of a process, which is padded if it is short.
    private static final Pattern LINE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += +(-?\\d+).*");

    private static final Pattern UNFINISHED =
            Pattern.compile("(\\d+) +(.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern WRITE =
            Pattern.compile("\\d+<([^>]*)>, \"([^\"]*)\", \\d+(?:, (\\d+))?");
    private static final Pattern FILE = Pattern.compile("\\d+<([^>]*)>(?:, (\\d+))?");

    Recording {
        calls = List.copyOf(calls);
    }

    /// Whether this machine can record.
    static boolean isPossible() {
        try {
            Process strace = new ProcessBuilder("strace", "-qq", "true").start();
            return strace.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && strace.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Lets a writer commit in an empty folder, which is made if it is not there.
    static Recording of(Path folder, long commits) {
        Path log = folder.resolve("calls");
        List<String> command =
                List.of(
                        "strace",
                        "-f",
                        "-qq",
                        "-y",
                        "-xx",
                        "-s",
                        "70000",
                        "-e",
                        "trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink",
                        "-o",
                        log.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx64m",
                        "-Xint",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingWriter.class.getName(),
                        folder.resolve(STORE).toString(),
                        Long.toString(commits));
        try {
            Files.createDirectories(folder);
            Process writer =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("output").toFile())
                            .start();
            if (!writer.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || writer.exitValue() != 0) {
                writer.destroyForcibly();
                throw new AssertionError(Files.readString(folder.resolve("output")));
            }
            return parse(Files.readAllLines(log, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// @param lines as `strace` wrote them
    static Recording parse(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        Map<String, String> begun = new HashMap<>();
        for (String line : lines) {
            Matcher unfinished = UNFINISHED.matcher(line);
            Matcher resumed = RESUMED.matcher(line);
            if (unfinished.matches()) {
                begun.put(unfinished.group(1), line.replace(" <unfinished ...>", ""));
            } else if (resumed.matches()) {
                String begin = begun.getOrDefault(resumed.group(1), "");
                begun.remove(resumed.group(1));
                call(begin + resumed.group(2)).ifPresent(calls::add);
            } else {
                call(line).ifPresent(calls::add);
            }
        }
        return new Recording(calls);
    }

    private static Optional<Call> call(String line) {
        Matcher whole = LINE.matcher(line);
        if (!whole.matches() || Long.parseLong(whole.group(4)) < 0) {
            return Optional.empty();
        }
        String words = whole.group(3);
        return switch (whole.group(2)) {
            case "pwrite64" -> write(words);
            case "write" -> committed(words);
            case "fsync", "fdatasync" -> file(words).map(Call.Sync::new);
            case "ftruncate" ->
                    file(words)
                            .map(file ->
                                    new Call.Truncate(
                                            file,
                                            Long.parseLong(
                                                    words.substring(words.lastIndexOf(' ') + 1))));
            case "unlink" -> named(text(words.replace("\"", ""))).map(Call.Remove::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Call> write(String words) {
        Matcher write = WRITE.matcher(words);
        return write.matches()
                ? named(text(write.group(1)))
                        .map(file ->
                                new Call.Write(
                                        file,
                                        Long.parseLong(write.group(3)),
                                        bytes(write.group(2))))
                : Optional.empty();
    }

    private static Optional<Call> committed(String words) {
        Matcher write = WRITE.matcher(words);
        if (!write.matches()) {
            return Optional.empty();
        }
        String said = text(write.group(2));
        return said.startsWith(COMMITTED)
                ? Optional.of(
                        new Call.Committed(
                                Long.parseLong(said.substring(COMMITTED.length()).strip())))
                : Optional.empty();
    }

    private static Optional<String> file(String words) {
        Matcher file = FILE.matcher(words);
        return file.matches() ? named(text(file.group(1))) : Optional.empty();
    }

    /// The name of a file of the store; nothing for any other.
    private static Optional<String> named(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith(STORE) ? Optional.of(name) : Optional.empty();
    }

    private static byte[] bytes(String escaped) {
        return HexFormat.of().parseHex(escaped.replace("\\x", ""));
    }

    private static String text(String escaped) {
        return new String(bytes(escaped), StandardCharsets.ISO_8859_1);
    }

    /// As a store would have done it that syncs its log of writes only before it moves it into its
    /// file: `synchronous=NORMAL`. The control that must go red.
    Recording lazy() {
        List<Call> lazy = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            boolean isOfLog =
                    calls.get(i) instanceof Call.Sync(String file) && file.endsWith("-wal");
            if (!isOfLog || isBeforeMoving(i)) {
                lazy.add(calls.get(i));
            }
        }
        return new Recording(lazy);
    }

    private boolean isBeforeMoving(int index) {
        return index + 1 < calls.size()
                && calls.get(index + 1) instanceof Call.Write(var file, _, _)
                && file.equals(STORE);
    }
}
