package baton.relay.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a Redis server that cannot outlive this program: a shell between the two holds a pipe
/// from us, and when the pipe closes, because we ended by whatever means, it ends Redis. Where
/// there is no shell, the next start finds what was left behind; see [Orphan].
final class RedisProcess {
    private static final Logger LOG = LoggerFactory.getLogger(RedisProcess.class);
    private static final int LINES_KEPT = 15;
    private static final long STOP_SECONDS = 10;

    /// Reads the pipe with a builtin, so that nothing but the shell itself can be left over. A
    /// Redis that does not react is killed after a while.
    private static final String WATCHDOG =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            redis=$!
            code=0
            trap 'kill "$redis"' TERM INT
            { while read -r _ <&3; do :; done; kill "$redis"; sleep 5; kill -9 "$redis"; } 2>/dev/null &
            watch=$!
            while kill -0 "$redis" 2>/dev/null; do
                wait "$redis"
                code=$?
            done
            kill "$watch" 2>/dev/null
            exit "$code"
            """;

    private final Process process;
    private final ConcurrentLinkedDeque<String> lastLines = new ConcurrentLinkedDeque<>();

    private RedisProcess(Process process) {
        this.process = process;
    }

    /// @param threads makes the thread that reads what Redis prints
    static RedisProcess start(Path binary, Path config, ThreadFactory threads) throws IOException {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/') {
            // In a session of its own, so that Ctrl-C in a terminal ends the relay first.
            Path setsid = Path.of("/usr/bin/setsid");
            if (Files.isExecutable(setsid)) {
                command.add(setsid.toString());
            }
            command.addAll(List.of("/bin/sh", "-c", WATCHDOG, "baton-redis"));
        }
        command.addAll(List.of(binary.toString(), config.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        RedisProcess started = new RedisProcess(process);
        threads.newThread(started::readLines).start();
        return started;
    }

    private void readLines() {
        try (BufferedReader reader = process.inputReader()) {
            String line = reader.readLine();
            while (line != null) {
                keep(line);
                line = reader.readLine();
            }
        } catch (IOException e) {
            LOG.debug("Redis' output ended", e);
        }
    }

    private void keep(String line) {
        LOG.debug("redis: {}", line);
        if (line.contains("runcat")) {
            LOG.warn("Redis repaired the end of its file, which no device was told of: {}", line);
        }
        lastLines.addLast(line);
        while (lastLines.size() > LINES_KEPT) {
            lastLines.pollFirst();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Blocks until Redis has ended.
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /// What Redis printed last.
    String lastLines() {
        return String.join(System.lineSeparator(), lastLines);
    }

    /// Ends Redis in an orderly way, or by force if it does not react.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
