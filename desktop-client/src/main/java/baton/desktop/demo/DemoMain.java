package baton.desktop.demo;

import baton.desktop.app.DesktopConfig;
import baton.desktop.app.ExampleProgram;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
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
    private static final double WINDOW_MIN = 600;
    private static final Rectangle2D DRAWN = new Rectangle2D(0, 0, 1000, 780);
    private static final long PACE_ON_SCREEN_MILLIS = 2_500;
    private static final long PACE_ON_PAPER_MILLIS = 100;

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
        try (DemoRelay relay = DemoRelay.start(data);
                Cast cast = Cast.open(data, relay.address())) {
            System.out.println(
                    "Relay at "
                            + relay.address()
                            + ". People: ana, ben, mia. Everybody's password: "
                            + Cast.PASSWORD);
            Fx.start();
            Director director = new Director(cast, ledger);
            director.gather();
            return headless ? draw(cast, director, data) : play(cast, director);
        } catch (DemoException e) {
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

    private int play(Cast cast, Director director) {
        CountDownLatch typed = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Show.Cues cues =
                new Show.Cues(
                        typed::countDown,
                        () -> {
                            typed.countDown();
                            closed.countDown();
                        });
        Show show =
                Fx.call(
                        ui,
                        () ->
                                new Show(
                                        cast.onStage(),
                                        Show.sideBySide(
                                                3,
                                                Screen.getPrimary().getVisualBounds(),
                                                WINDOW_MIN),
                                        look(),
                                        cues));
        open(director);
        ui.execute(() -> show.openEverywhere(director.conversationOf(Script.OUTAGE)));
        System.out.println(ExampleProgram.READY);
        boolean over = false;
        while (!over) {
            over = playUntil(typed, director);
        }
        System.out.println("Over to you. Close the windows to end the demo.");
        await(closed);
        Fx.call(
                ui,
                () -> {
                    show.close();
                    return true;
                });
        return 0;
    }

    private static void open(Director director) {
        if (director.isFirstNight()) {
            Script.opening().forEach(director::play);
        }
    }

    private static boolean playUntil(CountDownLatch stop, Director director) {
        for (Line line : Script.conversation()) {
            if (pause(stop, PACE_ON_SCREEN_MILLIS)) {
                return true;
            }
            director.play(line);
        }
        return false;
    }

    /// Whether the pause was cut short.
    private static boolean pause(CountDownLatch stop, long millis) {
        try {
            return stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int draw(Cast cast, Director director, Path data) {
        System.out.println("There is no screen here: the windows are drawn into files.");
        List<Rectangle2D> places = List.of(DRAWN, DRAWN, DRAWN);
        Show show = Fx.call(ui, () -> new Show(cast.onStage(), places, look(), Show.Cues.NONE));
        Map<Player, String> printed = new TreeMap<>(java.util.Comparator.comparing(Player::name));
        open(director);
        print(cast, printed);
        ui.execute(() -> show.openEverywhere(director.conversationOf(Script.OUTAGE)));
        for (Line line : Script.conversation()) {
            director.play(line);
            pause(new CountDownLatch(1), PACE_ON_PAPER_MILLIS);
            print(cast, printed);
        }
        Agreement.Report report = settle(cast);
        print(cast, printed);
        Path folder = pictures.isEmpty() ? data.resolve("pictures") : Path.of(pictures);
        Fx.call(ui, show::pictures)
                .forEach((name, picture) -> Pictures.write(picture, folder.resolve(name + ".png")));
        Fx.call(
                ui,
                () -> {
                    show.close();
                    return true;
                });
        System.out.println("Pictures of the windows: " + folder.toAbsolutePath());
        return judge(report);
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
