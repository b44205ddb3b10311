package baton.desktop.demo;

import baton.desktop.app.DesktopConfig;
import baton.desktop.app.DeviceRuntime;
import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.Pin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The devices of the demo: two of Ana, one of Ben, each with a window, and Mia's without one. All
/// are whole devices with a profile, store and connection of their own.
final class Cast implements AutoCloseable {
    /// Everybody's password. The demo's relay listens on this machine only.
    static final String PASSWORD = "pass the baton";

    private static final long PATIENCE_SECONDS = 60;

    private static final List<Role> ROLES =
            List.of(
                    new Role("desk", "ana", "Ana Novak", "Desk-1"),
                    new Role("laptop", "ana", "Ana Novak", "Laptop"),
                    new Role("ben", "ben", "Ben Okafor", "Home"),
                    new Role("mia", "mia", "Mia Chen", "Office"));

    private final List<Player> players = new ArrayList<>();
    private final Semaphore changes = new Semaphore(0);
    private final List<Pin> pins = new ArrayList<>();

    private Cast() {}

    /// Opens all devices and signs in those that are not.
    ///
    /// @throws DemoException if somebody cannot be signed in
    static Cast open(Path data, String relay) {
        return open(data, relay, Map.of());
    }

    /// @param ways where devices find the relay that have a way of their own, by their names
    /// @throws DemoException if somebody cannot be signed in
    static Cast open(Path data, String relay, Map<String, String> ways) {
        Cast cast = new Cast();
        try {
            for (Role role : ROLES) {
                String way = ways.getOrDefault(role.profile(), relay);
                cast.join(data, role, new AccountEntry.Credentials(way, role.handle(), PASSWORD));
            }
            return cast;
        } catch (DemoException e) {
            cast.close();
            throw e;
        }
    }

    private record Role(String profile, String handle, String person, String device) {}

    private void join(Path data, Role role, AccountEntry.Credentials credentials) {
        DeviceRuntime runtime =
                DeviceRuntime.open(
                        DesktopConfig.of(data.toString(), role.profile(), System.getenv()));
        players.add(new Player(role.profile(), runtime));
        if (runtime.isSignedIn() && !runtime.me().relay().equals(credentials.relay())) {
            // A demo of an earlier version left it, whose way to the relay was another one.
            runtime.signOut().ifPresent(code -> runtime.erase());
        }
        if (!runtime.isSignedIn()) {
            enter(runtime.entry(), credentials, role);
        }
        pins.add(runtime.hints().listen(hint -> changes.release()));
    }

    private static void enter(AccountEntry entry, AccountEntry.Credentials credentials, Role role) {
        AccountEntry.Result signedIn = entry.signIn(credentials, role.device());
        AccountEntry.Result result =
                signedIn instanceof AccountEntry.Result.Entered
                        ? signedIn
                        : entry.signUp(credentials, role.person(), role.device());
        if (result instanceof AccountEntry.Result.Failed failed) {
            throw new DemoException(role.person() + " could not be signed in: " + failed.code());
        }
    }

    List<Player> players() {
        return List.copyOf(players);
    }

    /// Those that have a window.
    List<Player> onStage() {
        return players.subList(0, 3);
    }

    /// One device goes offline and takes no part any more.
    void leave(String name) {
        Player leaving = player(name);
        players.remove(leaving);
        leaving.runtime().close();
    }

    /// @param name a device's, or a person's handle, which means their first device
    Player player(String name) {
        return players.stream()
                .filter(each -> each.name().equals(name) || isOf(each, name))
                .findFirst()
                .orElseThrow(() -> new DemoException("nobody is called " + name));
    }

    private static boolean isOf(Player player, String handle) {
        return player.account().handle().equals(handle);
    }

    /// Waits until something holds, looking again whenever any device changed.
    ///
    /// @throws DemoException if it does not hold within a minute
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new DemoException("waited for a minute in vain: " + what);
            }
            try {
                changes.tryAcquire(1, TimeUnit.SECONDS);
                changes.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoException("interrupted while waiting: " + what);
            }
        }
    }

    @Override
    public void close() {
        pins.forEach(Pin::close);
        players.forEach(player -> player.runtime().close());
    }
}
