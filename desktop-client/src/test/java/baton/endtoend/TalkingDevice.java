package baton.endtoend;

import baton.desktop.app.DesktopConfig;
import baton.model.ConversationId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A device that talks in a process of its own, so that it can be killed in the middle of anything.
/// The process goes on where the ledger says that the one before stopped, and ends when everything
/// has arrived at the relay.
final class TalkingDevice {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;

    private TalkingDevice(Process process) {
        this.process = process;
    }

    /// What a talking device is to do.
    ///
    /// @param last number to send
    /// @param ahead see [Talker#talk]
    record Task(
            DesktopConfig device,
            ConversationId conversation,
            Path ledger,
            String name,
            long last,
            long ahead) {}

    /// @param log where it writes what it prints, appended
    static TalkingDevice start(Task task, Path log) {
        List<String> arguments =
                List.of(
                        task.device().dataFolder().toString(),
                        task.device().profile(),
                        task.conversation().value(),
                        task.ledger().toString(),
                        task.name(),
                        Long.toString(task.last()),
                        Long.toString(task.ahead()));
        try {
            return new TalkingDevice(
                    Java.program(
                                    System.getProperty("java.class.path"),
                                    List.of("-Dbaton.test.log=DEBUG"),
                                    TalkingDevice.class.getName(),
                                    arguments)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As `kill -9` does it; answers whether it was still at work.
    boolean kill() {
        boolean wasAlive = process.isAlive();
        process.destroyForcibly();
        await();
        return wasAlive;
    }

    boolean isTalking() {
        return process.isAlive();
    }

    /// Waits for its end and answers its exit code: 0 if everything has arrived.
    int await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("a talking device does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a device talked", e);
        }
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("input").start(TalkingDevice::endWithInput);
        DesktopConfig config = new DesktopConfig(Path.of(arguments[0]), arguments[1]);
        ConversationId conversation = new ConversationId(arguments[2]);
        Ledger ledger = new Ledger(Path.of(arguments[3]));
        Changes changes = new Changes(Changes.PATIENCE);
        try (HeadlessDevice device = HeadlessDevice.open(config, changes)) {
            new Talker(device, changes, conversation, ledger, arguments[4])
                    .talk(Long.parseLong(arguments[5]), Long.parseLong(arguments[6]));
            changes.await("everything has arrived", device::isSettled);
        }
        System.exit(0);
    }

    /// The other end of the pipe closes however the process that started this one ends.
    private static void endWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
