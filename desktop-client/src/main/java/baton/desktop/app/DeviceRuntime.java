package baton.desktop.app;

import baton.desktop.backup.BackupException;
import baton.desktop.backup.BackupWriter;
import baton.desktop.backup.Manifest;
import baton.desktop.backup.Passphrase;
import baton.desktop.net.AccountHttp;
import baton.desktop.net.Proxies;
import baton.desktop.net.ProxyChoice;
import baton.desktop.net.RelayAddress;
import baton.desktop.net.RelayConnector;
import baton.desktop.net.RelayRefusedException;
import baton.desktop.runtime.AccountDevices;
import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Intents;
import baton.desktop.store.Identity;
import baton.desktop.store.StoreReader;
import baton.desktop.store.Watch;
import baton.desktop.store.sqlite.Salvage;
import baton.desktop.store.sqlite.SqliteReader;
import baton.desktop.store.sqlite.StoreSize;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.notices.LocalTrouble;
import baton.model.AccountId;
import baton.model.Refusal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One device without its windows: a profile with its store, and the loop that keeps it in step
/// with the relay while somebody is signed in.
///
/// Use: [#open]; if it [#isSignedIn], the getters answer at once, otherwise as soon as [#entry] has
/// answered `Entered`. [#close] leaves everything on the disk. Opening, entering, signing out and
/// closing block on disk and network and come one after the other, never from the FX thread; the
/// getters are for any thread.
public final class DeviceRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceRuntime.class);

    private final OpenProfile profile;
    private final SyncStarter starter;
    private final Proxies proxies;
    private final AccountHttp http;
    private final AccountDesk desk;
    private final AtomicReference<State> state = new AtomicReference<>(new State.SignedOut());

    private sealed interface State {
        record SignedOut() implements State {}

        record SignedIn(
                Identity me,
                Access access,
                SyncStarter.Sync sync,
                SqliteReader reader,
                ExecutorService threads)
                implements State {}
    }

    /// What opens the relay.
    record Access(RelayAddress relay, String token) {
        /// Prints no token.
        @Override
        public String toString() {
            return "Access[" + relay + "]";
        }
    }

    private DeviceRuntime(OpenProfile profile, SyncStarter starter) {
        this.profile = profile;
        this.starter = starter;
        this.proxies = new Proxies(proxyOf(profile.files()));
        this.http = new AccountHttp(proxies);
        this.desk = new AccountDesk(http, this);
    }

    /// The setting is needed before there is any window.
    private static ProxyChoice proxyOf(Profile files) {
        String kept = DeviceSettings.of(files.settings()).get(LocalSettings.PROXY);
        return ProxyChoice.parse(kept).orElseGet(ProxyChoice.OfSystem::new);
    }

    /// Takes the profile for this program and, if it is signed in, starts to work.
    ///
    /// @throws ProfileException if the profile is in use, misnamed or cannot be written
    /// @throws baton.desktop.store.StoreException if the store cannot be opened, and its damage not
    ///   be repaired either
    public static DeviceRuntime open(DesktopConfig config) {
        return open(config, new LoopStarter());
    }

    /// The same with another loop, for tests.
    ///
    /// @throws ProfileException if the profile is in use, misnamed or cannot be written
    /// @throws baton.desktop.store.StoreException if the store cannot be opened, and its damage not
    ///   be repaired either
    static DeviceRuntime open(DesktopConfig config, SyncStarter starter) {
        OpenProfile profile = OpenProfile.of(config);
        DeviceRuntime runtime = new DeviceRuntime(profile, starter);
        profile.store()
                .identity()
                .ifPresent(identity ->
                        profile.token()
                                .read(identity.device())
                                .ifPresent(token -> runtime.start(identity, token)));
        return runtime;
    }

    private void start(Identity me, String token) {
        RelayAddress relay = RelayAddress.parse(me.relay()).orElseThrow();
        Access access = new Access(relay, token);
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("relay-" + me.device() + "-", 0).factory());
        RelayConnector connector = new RelayConnector(relay, token, proxies, threads);
        SqliteReader reader = new SqliteReader(profile.files().store(), me);
        SyncStarter.Sync sync = starter.start(profile.store(), connector, me);
        state.set(new State.SignedIn(me, access, sync, reader, threads));
    }

    /// What was saved when the store was found damaged on opening; empty if it was whole.
    public Optional<Salvage.Outcome> salvaged() {
        return profile.salvaged();
    }

    public boolean isSignedIn() {
        return state.get() instanceof State.SignedIn;
    }

    /// The way in; its `find` works only while somebody is signed in.
    public AccountEntry entry() {
        return desk;
    }

    /// How the relay is reached from the next connection on.
    Proxies proxies() {
        return proxies;
    }

    /// What may be done to the account's devices; works only while somebody is signed in.
    public AccountDevices devices() {
        return desk;
    }

    /// @throws IllegalStateException unless signed in, as all that follow
    public Identity me() {
        return signedIn().me();
    }

    public Intents intents() {
        return signedIn().sync().intents();
    }

    public ChangeHints hints() {
        return signedIn().sync().hints();
    }

    public StoreReader reader() {
        return signedIn().reader();
    }

    Access access() {
        return signedIn().access();
    }

    private State.SignedIn signedIn() {
        if (state.get() instanceof State.SignedIn signedIn) {
            return signedIn;
        }
        throw new IllegalStateException("not signed in");
    }

    /// Whether the profile's history is that of an account with another handle than the one typed.
    boolean belongsToOther(String typed) {
        Optional<AccountId> wanted = AccountId.parse(typed);
        return profile.store()
                .identity()
                .map(Identity::account)
                .filter(owner -> !wanted.filter(owner::equals).isPresent())
                .isPresent();
    }

    /// The same address with the key that this profile knows the relay by, unless it names one: a
    /// relay is asked about once, and stopped at if it shows another key later.
    RelayAddress withKnownKey(RelayAddress typed) {
        return profile.store()
                .identity()
                .flatMap(known -> RelayAddress.parse(known.relay()))
                .filter(known -> typed.key().isEmpty() && known.isSamePlace(typed))
                .orElse(typed);
    }

    /// The profile is this device from now on. The token is stored first: a token without its
    /// identity opens nothing, an identity without its token asks for signing in again.
    void enter(Identity identity, String token) {
        if (isSignedIn()) {
            throw new IllegalStateException("signed in already");
        }
        profile.token().write(identity.device(), token);
        profile.store().adopt(identity);
        start(identity, token);
    }

    /// Tells the relay to forget this device, then forgets the token. History, drafts and the
    /// outbox stay in the profile.
    ///
    /// @return code of what went wrong; empty if the device is signed out
    public Optional<String> signOut() {
        State.SignedIn last = signedIn();
        try {
            http.signOut(last.access().relay(), last.access().token());
        } catch (RelayRefusedException e) {
            // A relay with another key is not the one that knows this device, and is told nothing.
            boolean knowsNoMore =
                    e.code().equals(Refusal.DEVICE_SIGNED_OUT.code())
                            || e.code().equals(LocalTrouble.RELAY_KEY_CHANGED.code());
            if (!knowsNoMore) {
                return Optional.of(e.code());
            }
        }
        profile.token().delete();
        stop();
        return Optional.empty();
    }

    /// Removes everything that this profile holds from the disk: history, drafts, outbox, token. It
    /// may be repeated if it fails; the profile can be entered again after it.
    ///
    /// @throws ProfileException if something cannot be removed
    public void erase() {
        stop();
        profile.erase();
    }

    /// Keeps what the profile holds in an encrypted file; somebody may be signed in meanwhile.
    ///
    /// @return false if the watch broke it off
    /// @throws BackupException as [BackupWriter#write]
    /// @throws baton.desktop.store.StoreException if the store cannot be read
    boolean backUp(Passphrase passphrase, Path file, boolean replace, Watch watch)
            throws BackupException {
        return new BackupWriter(new SecureRandom())
                .write(
                        profile.files().backedUp(),
                        new Manifest(me().account().handle(), InstantSource.system().instant()),
                        passphrase,
                        new BackupWriter.Goal(file, replace),
                        watch);
    }

    /// Unpacks and checks a backup beside what the profile holds.
    ///
    /// @return empty if the watch broke it off
    /// @throws BackupException if it is no backup that can be opened
    /// @throws ProfileException `profile-of-another-account`
    Optional<Restoration> openBackup(Path file, Passphrase passphrase, Watch watch)
            throws BackupException {
        return Restoration.prepare(
                profile.files(), profile.store().identity(), file, passphrase, watch);
    }

    /// Puts a backup in the place of what the profile holds, which stays beside it as a file. The
    /// device that was signed in here is no more: the relay is told, if it can be reached; else
    /// somebody signs it out from another device.
    ///
    /// @throws ProfileException if something cannot be moved; the profile may be entered all the
    ///   same
    /// @throws baton.desktop.store.StoreException the same
    void restore(Restoration restoration) {
        if (state.get() instanceof State.SignedIn last) {
            try {
                http.signOut(last.access().relay(), last.access().token());
            } catch (RelayRefusedException e) {
                LOG.warn("The relay was not told that this device is no more: {}", e.code());
            }
        }
        stop();
        profile.restore(restoration);
    }

    Profile files() {
        return profile.files();
    }

    /// How much the store holds.
    StoreSize storeSize() {
        return signedIn().reader().size();
    }

    /// The handle of whose history the profile holds; empty if it is nobody's.
    String handle() {
        return profile.store().identity().map(held -> held.account().handle()).orElse("");
    }

    private void stop() {
        State last = state.getAndSet(new State.SignedOut());
        if (last instanceof State.SignedIn signedIn) {
            signedIn.sync().close();
            signedIn.reader().close();
            // What still runs is a socket on its way to its end; it needs no waiting for.
            signedIn.threads().shutdown();
        }
    }

    /// Ends the loop and lets go of the profile. Stop the threads that read the store first.
    @Override
    public void close() {
        stop();
        http.close();
        profile.close();
    }
}
