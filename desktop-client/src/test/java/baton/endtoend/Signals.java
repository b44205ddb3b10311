package baton.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Looks at processes from outside, and stops them without their knowledge, as a laptop that sleeps
/// or a machine that is overloaded does, and lets them go on.
public final class Signals {
    private static final long PATIENCE_SECONDS = 20;
    private static final Duration STOPPING = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofMillis(5);

    private Signals() {}

    /// It says and hears nothing until [#goOn].
    ///
    /// @return whether the system says that it is stopped
    public static boolean stop(long pid) {
        send("-STOP", pid);
        long end = System.nanoTime() + STOPPING.toNanos();
        while (!isStopped(pid) && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        return isStopped(pid);
    }

    public static void goOn(long pid) {
        send("-CONT", pid);
    }

    /// Whether it is stopped now; false where the system does not say.
    public static boolean isStopped(long pid) {
        try {
            Path stat = Path.of("/proc", Long.toString(pid), "stat");
            return Files.exists(stat)
                    && Files.readString(stat).replaceAll(".*\\)", "").startsWith(" T");
        } catch (IOException e) {
            return false;
        }
    }

    /// Bytes of its memory that are resident; 0 where the system does not say.
    public static long resident(long pid) {
        return told(pid, "status", "VmRSS:") * 1_024;
    }

    /// Bytes that it has written so far, to wherever; 0 where the system does not say.
    static long written(long pid) {
        return told(pid, "io", "wchar:");
    }

    private static long told(long pid, String file, String name) {
        Path path = Path.of("/proc", Long.toString(pid), file);
        try {
            return Files.exists(path)
                    ? Files.readAllLines(path).stream()
                            .filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(String signal, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
            if (!kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new AssertionError("kill " + signal + " " + pid + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
