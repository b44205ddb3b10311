package baton.desktop.app;

import baton.desktop.platform.NetworkPlace;
import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.OwnRelay;
import baton.desktop.ui.notices.LocalTrouble;
import baton.model.KeyFingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The relay on this computer as a program of its own: the bundled relay on a folder of the user's
/// data folder, with TLS and a key of its own from the start, so that the way to it stays the same
/// when it is shared. If it is not to go on when Baton is closed, it ends when the pipe to it does,
/// however this program ends. Another window may have started it: the lock of its folder says that
/// it runs, and by which process.
public final class OwnRelayProgram implements OwnRelay, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnRelayProgram.class);
    private static final String READY = "Baton relay is ready at ";
    private static final String EVERYWHERE = "0.0.0.0";
    private static final String HERE = "127.0.0.1";
    private static final long STOP_SECONDS = 10;

    /// What a relay needs for its first start; it says by itself when it has no more.
    private static final long ROOM_MIN = 64L * 1024 * 1024;

    private final RelayCommand command;
    private final OwnRelayFolder folder;
    private Optional<Process> process = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    OwnRelayProgram(RelayCommand command, OwnRelayFolder folder) {
        this.command = command;
        this.folder = folder;
    }

    /// The relay that comes with this program, in the data folder of all its profiles.
    static OwnRelayProgram of(DesktopConfig config) {
        return new OwnRelayProgram(
                RelayCommand.ofThisProgram(List.of()),
                new OwnRelayFolder(config.dataFolder().resolve("own-relay")));
    }

    @Override
    public synchronized State state() {
        OwnRelayFolder.Kept kept = folder.read();
        if (!folder.isInUse()) {
            return kept.port() == 0 ? new State.Never() : new State.Stopped(trouble);
        }
        Optional<KeyFingerprint> key = folder.key();
        if (key.isEmpty()) {
            return new State.Stopped(Optional.of(LocalTrouble.OWN_RELAY_FAILED.code()));
        }
        Optional<RelayInvite> others =
                kept.shared()
                        ? NetworkPlace.find().flatMap(host -> way(host, kept.port(), key.get()))
                        : Optional.empty();
        return new State.Running(way("localhost", kept.port(), key.get()).orElseThrow(), others);
    }

    private static Optional<RelayInvite> way(String host, int port, KeyFingerprint key) {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return RelayInvite.of("wss://" + literal + ":" + port, key);
    }

    @Override
    public synchronized Wishes wishes() {
        OwnRelayFolder.Kept kept = folder.read();
        return new Wishes(kept.keptRunning(), kept.shared());
    }

    /// Starts it if it is wanted and does not run: with every window.
    synchronized void resume() {
        if (folder.read().wanted()) {
            start();
        }
    }

    @Override
    public synchronized Optional<String> start() {
        trouble = folder.isInUse() ? Optional.empty() : launch();
        return trouble;
    }

    private Optional<String> launch() {
        try {
            folder.create();
            if (folder.room() < ROOM_MIN) {
                return Optional.of(LocalTrouble.OWN_RELAY_NO_ROOM.code());
            }
            OwnRelayFolder.Kept kept = folder.read().withPort();
            folder.write(kept);
            Process started =
                    new ProcessBuilder(command.with(flags(kept)))
                            .redirectError(folder.log().toFile())
                            .start();
            Optional<String> failure = await(started);
            if (failure.isEmpty()) {
                process = Optional.of(started);
                folder.write(kept.withWanted(true));
            }
            return failure;
        } catch (IOException e) {
            LOG.warn("The relay on this computer cannot be started", e);
            return Optional.of(LocalTrouble.OWN_RELAY_FAILED.code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(LocalTrouble.OWN_RELAY_FAILED.code());
        }
    }

    private List<String> flags(OwnRelayFolder.Kept kept) {
        List<String> flags = new ArrayList<>();
        flags.addAll(List.of("--host", kept.shared() ? EVERYWHERE : HERE));
        flags.addAll(List.of("--port", Integer.toString(kept.port())));
        flags.addAll(List.of("--data", folder.data().toString()));
        flags.addAll(List.of("--tls", "on"));
        if (!kept.keptRunning()) {
            flags.add("--stop-with-input");
        }
        return flags;
    }

    /// Waits for its one line.
    private Optional<String> await(Process started) throws IOException, InterruptedException {
        // Closed with the reader: a relay that goes on alone says nothing more.
        try (BufferedReader output = started.inputReader()) {
            String line = output.readLine();
            if (line != null && line.startsWith(READY)) {
                return Optional.empty();
            }
        }
        int exit = started.waitFor();
        LOG.warn("The relay on this computer ended with {}; {} says why", exit, folder.log());
        return Optional.of(codeOf(exit).code());
    }

    /// See `RelayStartException.Reason`.
    private static LocalTrouble codeOf(int exit) {
        return switch (exit) {
            case 3 -> LocalTrouble.OWN_RELAY_IN_USE;
            case 4 -> LocalTrouble.OWN_RELAY_NO_ROOM;
            case 5 -> LocalTrouble.OWN_RELAY_STORE_FAILED;
            case 6 -> LocalTrouble.OWN_RELAY_PORT_TAKEN;
            default -> LocalTrouble.OWN_RELAY_FAILED;
        };
    }

    @Override
    public synchronized Optional<String> stop() {
        trouble = Optional.empty();
        Optional<String> failure = halt();
        if (failure.isEmpty()) {
            folder.keep(folder.read().withWanted(false));
        }
        return failure;
    }

    private Optional<String> halt() {
        Optional<ProcessHandle> running =
                process.filter(Process::isAlive)
                        .map(Process::toHandle)
                        .or(() -> folder.isInUse() ? folder.owner() : Optional.empty());
        process = Optional.empty();
        running.ifPresent(OwnRelayProgram::end);
        return folder.isInUse()
                ? Optional.of(LocalTrouble.OWN_RELAY_FAILED.code())
                : Optional.empty();
    }

    /// Asked to end, a relay tells its devices first.
    private static void end(ProcessHandle running) {
        running.destroy();
        try {
            running.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The relay on this computer does not end by itself", e);
            running.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody can tell when a process ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized Optional<String> choose(Wishes wishes) {
        OwnRelayFolder.Kept before = folder.read();
        if (before.keptRunning() == wishes.keptRunning() && before.shared() == wishes.shared()) {
            return Optional.empty();
        }
        folder.keep(before.with(wishes));
        if (!folder.isInUse()) {
            return Optional.empty();
        }
        Optional<String> failure = halt();
        return failure.isPresent() ? failure : start();
    }

    /// The program ends: so does the relay that it started, unless a person chose otherwise.
    @Override
    public synchronized void close() {
        if (!folder.read().keptRunning()) {
            process.filter(Process::isAlive).map(Process::toHandle).ifPresent(OwnRelayProgram::end);
        }
        process = Optional.empty();
    }
}
