package baton.trials.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Where figures are from, and how busy it was with other things.
final class Machine {
    private Machine() {}

    /// Names and values, in order; what the system does not say is left out.
    static Map<String, String> now() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        told("/proc/cpuinfo", "model name", facts, "processor");
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("Java", Runtime.version().toString());
        facts.put("processes that wanted a core in the minute before", load());
        return facts;
    }

    private static void told(String file, String name, Map<String, String> facts, String as) {
        lines(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .ifPresent(line -> facts.put(as, line.substring(line.indexOf(':') + 1).strip()));
    }

    private static String load() {
        String[] words = lines("/proc/loadavg").split(" ", 2);
        return words.length == 2
                ? String.format(Locale.ROOT, "%.1f", Double.parseDouble(words[0]))
                : "unknown";
    }

    private static String lines(String file) {
        Path path = Path.of(file);
        try {
            return Files.isReadable(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
