package baton.relay.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/// Finds a Redis server to run: one that the machine has, if it is new enough, else the one that
/// this program brings along.
public final class RedisBinary {
    private static final Logger LOG = LoggerFactory.getLogger(RedisBinary.class);
    private static final List<String> NAMES = List.of("redis-server", "valkey-server");
    private static final Pattern VERSION = Pattern.compile("\\bv=(\\d+)\\.(\\d+)");
    private static final int MAJOR_MIN = 6;
    private static final int MINOR_MIN = 2;
    private static final long PATIENCE_SECONDS = 10;

    private RedisBinary() {}

    /// @param searchPath value of the environment variable PATH
    /// @param unpackTo folder for the binary that came along, which stays there for the next start
    public static Path find(String searchPath, Path unpackTo)
            throws IOException, InterruptedException {
        for (Path candidate : candidates(searchPath)) {
            if (isNewEnough(candidate)) {
                return candidate;
            }
        }
        File bundled = ExecutableProvider.newJarResourceProvider(unpackTo.toFile()).get();
        return bundled.toPath();
    }

    private static List<Path> candidates(String searchPath) {
        String suffix = File.separatorChar == '\\' ? ".exe" : "";
        return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name + suffix)))
                .filter(Files::isExecutable)
                .toList();
    }

    private static boolean isNewEnough(Path binary) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(binary.toString(), "--version")
                        .redirectErrorStream(true)
                        .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Optional<Matcher> version = Optional.of(VERSION.matcher(text)).filter(Matcher::find);
        boolean fits =
                version.map(v ->
                                atLeast(Integer.parseInt(v.group(1)), Integer.parseInt(v.group(2))))
                        .orElse(false);
        if (!fits) {
            LOG.info("{} is older than 6.2 or says no version; it is not used", binary);
        }
        return fits;
    }

    private static boolean atLeast(int major, int minor) {
        return major > MAJOR_MIN || (major == MAJOR_MIN && minor >= MINOR_MIN);
    }
}
