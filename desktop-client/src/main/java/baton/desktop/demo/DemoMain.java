package baton.desktop.demo;

import baton.desktop.app.DesktopConfig;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiThread;
import baton.model.Allowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Rectangle2D;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./baton demo`: a relay and three windows of two people, who talk until somebody types. Without
/// a screen the same people talk once, everything is printed and checked, and the windows are drawn
/// into files.
@Allowed("tells whoever started it what goes on")
@Command(
        name = "baton demo",
        description = "Ana on two devices and Ben, side by side, over a relay of their own.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DemoMain implements Callable<Integer> {
    private static final Rectangle2D DRAWN = new Rectangle2D(0, 0, 1000, 780);

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "",
            description =
                    "Where relay and devices keep their data; what is there is continued."
                            + " Without a screen: a new folder each time.")
    private String dataDir = "";

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where the windows are drawn to when there is no screen.")
    private String pictures = "";

    @Option(
            names = "--theme",
            paramLabel = "system|light|dark|contrast",
            defaultValue = "system",
            description = "The look of the windows.")
    private String theme = "";

    @Option(
            names = "--lang",
            paramLabel = "en|zh|system",
            defaultValue = "system",
            description = "The language of the windows.")
    private String language = "";

    private final UiThread ui = new UiThread();
    private final Ledger ledger = new Ledger();

    public static void main(String[] arguments) {
        int code = new CommandLine(new DemoMain()).execute(arguments);
        // The toolkit's own threads would keep the process alive.
        System.exit(code);
    }

    @Override
    public Integer call() {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        Path data = dataFolder(headless);
        System.out.println("Starting a relay and its Redis, data in " + data);
        try (Wings wings = Wings.open(data);
                Cast cast = Cast.open(data, wings.relay().address(), wings.ways())) {
            System.out.println(
                    "Relay at "
                            + wings.relay().address()
                            + ". People: ana, ben, mia. Everybody's password: "
                            + Cast.PASSWORD);
            Fx.start();
            Director director = new Director(cast, ledger);
            director.gather();
            open(director);
            if (headless) {
                return draw(wings, cast, director, data);
            }
            new Live(wings, cast, director, ledger, look()).play();
            return 0;
        } catch (DemoException | UncheckedIOException e) {
            System.err.println("The demo stops: " + e.getMessage());
            return 1;
        }
    }

    private Path dataFolder(boolean headless) {
        try {
            if (!dataDir.isEmpty()) {
                return Files.createDirectories(Path.of(dataDir).toAbsolutePath());
            }
            return headless
                    ? Files.createTempDirectory("baton-demo-")
                    : Files.createDirectories(
                            DesktopConfig.of("", "", System.getenv()).dataFolder().resolve("demo"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the demo's data", e);
        }
    }

    private Show.Look look() {
        Texts texts = language.equals("system") ? Texts.ofSystem() : Texts.of(language);
        return new Show.Look(texts, new Theme(Theme.Choice.of(theme)));
    }

    private static void open(Director director) {
        if (director.isFirstNight()) {
            Script.opening().forEach(director::play);
        }
    }

    private int draw(Wings wings, Cast cast, Director director, Path data) {
        System.out.println("There is no screen here: the windows are drawn into files.");
        List<Rectangle2D> places = List.of(DRAWN, DRAWN, DRAWN);
        Show show = Fx.call(ui, () -> new Show(cast.onStage(), places, look(), Show.Cues.NONE));
        Map<Player, String> printed = new TreeMap<>(java.util.Comparator.comparing(Player::name));
        print(cast, printed);
        ui.execute(() -> show.openEverywhere(director.conversationOf(Script.OUTAGE)));
        for (Line line : Script.conversation()) {
            director.play(line);
            print(cast, printed);
        }
        breakAndMend(wings, cast, director);
        Agreement.Report report = settle(cast);
        print(cast, printed);
        Path folder = pictures.isEmpty() ? data.resolve("pictures") : Path.of(pictures);
        Fx.call(ui, show::pictures)
                .forEach((name, picture) -> Pictures.write(picture, folder.resolve(name + ".png")));
        Fx.run(ui, show::close);
        System.out.println("Pictures of the windows: " + folder.toAbsolutePath());
        return judge(report);
    }

    /// What people do at the stage on a screen: the laptop is cut off and goes on writing, the
    /// relay is killed and started again, much is said, and the network comes back.
    private static void breakAndMend(Wings wings, Cast cast, Director director) {
        Player laptop = cast.player("laptop");
        wings.plug(laptop, false);
        cast.await("the laptop notices that it is cut off", () -> !laptop.isOnline());
        System.out.println("The laptop is cut off. Everybody goes on writing, and so does it.");
        Script.meanwhile().forEach(director::play);
        wings.relay().kill();
        System.out.println("The relay was killed.");
        director.sayMuch();
        wings.relay().startAgain();
        wings.plug(laptop, true);
        System.out.println("The relay runs again, and the laptop has its network back.");
    }

    private static void print(Cast cast, Map<Player, String> printed) {
        for (Player player : cast.players()) {
            String now = player.summary();
            if (!now.equals(printed.put(player, now))) {
                System.out.println(now);
            }
        }
    }

    /// Registers follow messages within a moment: looks until all agree, or for as long as the cast
    /// has patience.
    private Agreement.Report settle(Cast cast) {
        Agreement agreement = new Agreement(cast.players(), ledger);
        AtomicBoolean agreed = new AtomicBoolean();
        try {
            cast.await(
                    "all devices agree",
                    () -> {
                        agreed.set(agreement.look().isAgreed());
                        return agreed.get();
                    });
        } catch (DemoException e) {
            System.out.println(e.getMessage());
        }
        return agreement.look();
    }

    private static int judge(Agreement.Report report) {
        System.out.printf(
                "%d messages expected over all devices: lost %d, shown twice %d, out of order %d%n",
                report.expected(), report.lost(), report.duplicated(), report.disordered());
        report.differences().forEach(System.out::println);
        System.out.println(report.isAgreed() ? "All devices agree." : "The devices disagree.");
        return report.isAgreed() ? 0 : 1;
    }
}
