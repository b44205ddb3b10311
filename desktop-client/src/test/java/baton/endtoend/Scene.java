package baton.endtoend;

import baton.desktop.app.DesktopConfig;
import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.AccountEntry.Credentials;
import baton.model.ConversationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A relay and devices around it, all on this machine, in one folder. One thread.
public final class Scene implements AutoCloseable {
    /// Everybody's; a test looks for it where it must not be.
    public static final String PASSWORD = "quartz-otter-7731";

    private final Path folder;
    private final Optional<RelayProcess> relay;
    private final String address;
    private final Changes changes;
    private final List<HeadlessDevice> devices = new ArrayList<>();

    private Scene(Path folder, RelayProcess relay, Duration patience) {
        this(folder, Optional.of(relay), relay.address(), patience);
    }

    private Scene(Path folder, Optional<RelayProcess> relay, String address, Duration patience) {
        this.folder = folder;
        this.relay = relay;
        this.address = address;
        this.changes = new Changes(patience);
    }

    public static Scene in(Path folder) {
        return new Scene(folder, RelayProcess.start(folder), Changes.PATIENCE);
    }

    /// One for work that takes minutes.
    public static Scene patient(Path folder) {
        return new Scene(folder, RelayProcess.start(folder), Duration.ofMinutes(15));
    }

    /// A relay that logs all it can.
    static Scene talkative(Path folder) {
        return new Scene(folder, RelayProcess.start(folder, "DEBUG", List.of()), Changes.PATIENCE);
    }

    /// A relay that keeps the newest events only.
    static Scene forgetful(Path folder, int events) {
        List<String> flags = List.of("--keep-events", Integer.toString(events));
        return new Scene(folder, RelayProcess.start(folder, "INFO", flags), Changes.PATIENCE);
    }

    /// Devices of relays that are there and stay.
    public static Scene at(Path folder, String address) {
        return new Scene(folder, Optional.empty(), address, Changes.PATIENCE);
    }

    Path folder() {
        return folder;
    }

    /// Where all its devices report.
    Changes changes() {
        return changes;
    }

    public RelayProcess relay() {
        return relay.orElseThrow();
    }

    DesktopConfig config(String profile) {
        return new DesktopConfig(folder.resolve("devices"), profile);
    }

    /// A profile's SQLite file.
    Path storeOf(String profile) {
        return folder.resolve("devices").resolve("profiles").resolve(profile).resolve("store.db");
    }

    Credentials credentials(String handle) {
        return new Credentials(address, handle, PASSWORD);
    }

    /// Creates the account and its first device.
    public HeadlessDevice signUp(String handle, String profile) {
        HeadlessDevice device = open(profile);
        return entered(device, device.signUp(credentials(handle)));
    }

    /// The same at a relay of its own.
    HeadlessDevice signUpAt(String relay, String handle, String profile) {
        HeadlessDevice device = open(profile);
        return entered(device, device.signUp(new Credentials(relay, handle, PASSWORD)));
    }

    HeadlessDevice signInAt(String relay, String handle, String profile) {
        HeadlessDevice device = open(profile);
        return entered(device, device.signIn(new Credentials(relay, handle, PASSWORD)));
    }

    /// Adds a device to an account.
    public HeadlessDevice signIn(String handle, String profile) {
        HeadlessDevice device = open(profile);
        signInto(device, handle);
        return device;
    }

    /// Lets an open profile into an account.
    void signInto(HeadlessDevice device, String handle) {
        entered(device, device.signIn(credentials(handle)));
    }

    private static HeadlessDevice entered(HeadlessDevice device, AccountEntry.Result result) {
        if (result instanceof AccountEntry.Result.Failed failed) {
            throw new AssertionError("no way in: " + failed.code());
        }
        return device;
    }

    /// Opens a profile as it is.
    public HeadlessDevice open(String profile) {
        HeadlessDevice device = HeadlessDevice.open(config(profile), changes);
        devices.add(device);
        return device;
    }

    public void close(HeadlessDevice device) {
        devices.remove(device);
        device.close();
    }

    public void await(String what, BooleanSupplier condition) {
        changes.await(what, condition);
    }

    /// Waits until each of the devices holds that many messages, and has nothing left to do.
    void awaitMessages(long messages, ConversationId conversation, HeadlessDevice... of) {
        await(
                messages + " messages are everywhere",
                () -> {
                    for (HeadlessDevice device : of) {
                        if (!device.isSettled() || device.count(conversation) < messages) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    @Override
    public void close() {
        devices.forEach(HeadlessDevice::close);
        relay.ifPresent(RelayProcess::close);
    }
}
