package baton.desktop.app;

import baton.desktop.platform.Autostart;
import baton.desktop.store.Watch;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.program.ProgramDoors;
import baton.desktop.update.UpdateException;
import baton.desktop.update.UpdateFeed;
import baton.desktop.update.UpdateSource;
import baton.desktop.update.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the program may do about itself: start with the system, and find and bring a newer version.
/// Any thread.
public final class ProgramDesk implements ProgramDoors {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramDesk.class);

    private final Facts facts;
    private final LocalSettings settings;
    private final AtomicReference<Optional<UpdateFeed>> newest =
            new AtomicReference<>(Optional.empty());

    /// What holds for this run.
    ///
    /// @param version that runs
    /// @param known what else there is to know of what runs
    /// @param portable where everything is kept, if that is beside the program
    /// @param autostart missing where no package put the program
    /// @param source missing if this build looks nowhere
    /// @param isAllowed whether whoever looks after this computer lets newer versions be looked for
    /// @param kind of package that is asked for
    /// @param trouble code of what is wrong with what holds here; empty if nothing is
    /// @param folder for packages
    /// @param opener hands a file to the system; FX thread
    record Facts(
            String version,
            List<Fact> known,
            Optional<Path> portable,
            Optional<Autostart> autostart,
            Optional<UpdateSource> source,
            boolean isAllowed,
            String kind,
            Optional<String> trouble,
            Path folder,
            Consumer<Path> opener) {}

    ProgramDesk(Facts facts, LocalSettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    /// Of a program that leaves itself alone, as the demo does.
    public static ProgramDesk none() {
        return new ProgramDesk(
                new Facts(
                        Build.ofThisRun().version(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        "",
                        Optional.empty(),
                        Path.of(""),
                        file -> {}),
                LocalSettings.inMemory());
    }

    @Override
    public About about() {
        return new About(
                facts.version(),
                facts.known(),
                News.of(facts.version()),
                facts.portable(),
                autostart(),
                updates());
    }

    private Choice autostart() {
        return facts.autostart()
                .map(each -> each.isOn() ? Choice.ON : Choice.OFF)
                .orElse(Choice.MISSING);
    }

    private Choice updates() {
        if (facts.source().isEmpty()) {
            return Choice.MISSING;
        }
        if (!facts.isAllowed()) {
            return Choice.FORBIDDEN;
        }
        return settings.get(LocalSettings.UPDATES).equals("off") ? Choice.OFF : Choice.ON;
    }

    @Override
    public Optional<String> startWithSystem(boolean on) {
        try {
            if (facts.autostart().isPresent()) {
                facts.autostart().get().turn(on);
            }
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("Whether the system starts Baton cannot be written: {}", e.toString());
            return Optional.of(LocalTrouble.AUTOSTART_FAILED.code());
        }
    }

    @Override
    public void lookByItself(boolean on) {
        settings.set(LocalSettings.UPDATES, on ? "" : "off");
    }

    /// Looks if nobody minds: at the start, without having been asked.
    Optional<Update> lookUnasked() {
        if (updates() != Choice.ON || !(look() instanceof Outcome.Done<Optional<Update>> done)) {
            return Optional.empty();
        }
        return done.result();
    }

    @Override
    public Outcome<Optional<Update>> look() {
        if (facts.source().isEmpty() || !facts.isAllowed()) {
            return new Outcome.Done<>(Optional.empty());
        }
        try {
            UpdateFeed feed = facts.source().get().look();
            Optional<UpdateFeed> newer = Optional.of(feed).filter(this::isNewer);
            newest.set(newer);
            return new Outcome.Done<>(newer.map(this::update));
        } catch (UpdateException e) {
            LOG.info("No newer version could be looked for: {}", e.getMessage());
            return new Outcome.Failed<>(e.code());
        }
    }

    private boolean isNewer(UpdateFeed feed) {
        return Version.parse(facts.version()).filter(feed.version()::isNewerThan).isPresent();
    }

    private Update update(UpdateFeed feed) {
        return new Update(feed.name(), feed.notes(), feed.packages().containsKey(facts.kind()));
    }

    @Override
    public Outcome<Path> download(Update update, Watch watch) {
        Optional<UpdateFeed.Package> wanted =
                newest.get().map(feed -> feed.packages().get(facts.kind()));
        if (wanted.isEmpty() || facts.source().isEmpty()) {
            return new Outcome.Stopped<>();
        }
        try {
            return new Outcome.Done<>(
                    facts.source()
                            .get()
                            .fetch(
                                    wanted.get(),
                                    facts.folder(),
                                    (done, total) -> {
                                        watch.passed(done, Math.max(done, total));
                                        return watch.isWanted();
                                    }));
        } catch (UpdateException e) {
            LOG.warn("The newer version cannot be had: {}", e.getMessage(), e);
            return new Outcome.Failed<>(e.code());
        }
    }

    @Override
    public void install(Path file) {
        facts.opener().accept(file);
    }

    /// The version that ran here before, if this one is newer and runs for the first time.
    Optional<String> advancedFrom() {
        String before = settings.get(LocalSettings.VERSION);
        Optional<Version> now = Version.parse(facts.version());
        if (now.isEmpty() || before.equals(facts.version())) {
            return Optional.empty();
        }
        settings.set(LocalSettings.VERSION, facts.version());
        return Version.parse(before).filter(now.get()::isNewerThan).map(was -> before);
    }

    /// Code of what is wrong with what holds here; empty if nothing is.
    Optional<String> trouble() {
        return facts.trouble();
    }

    String version() {
        return facts.version();
    }
}
