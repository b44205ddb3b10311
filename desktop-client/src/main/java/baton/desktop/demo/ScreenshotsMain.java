package baton.desktop.demo;

import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiThread;
import baton.model.Allowed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./baton screenshots`: the pictures of the documents, drawn from the real app on a real relay
/// while the people of the demo talk.
@Allowed("tells whoever started it where the pictures are")
@Command(
        name = "baton screenshots",
        description = "Draws the pictures of the documents.",
        mixinStandardHelpOptions = true)
public final class ScreenshotsMain implements Callable<Integer> {
    private static final Rectangle2D WHOLE = new Rectangle2D(0, 0, 1280, 780);
    private static final Rectangle2D THIRD = new Rectangle2D(0, 0, 640, 780);
    private static final int LINES_TOGETHER = 15;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "docs/pictures",
            description = "Where to draw to: ${DEFAULT-VALUE}")
    private Path folder = Path.of("");

    private final UiThread ui = new UiThread();

    public static void main(String[] arguments) {
        int code = new CommandLine(new ScreenshotsMain()).execute(arguments);
        // The toolkit's own threads would keep the process alive.
        System.exit(code);
    }

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("baton-screenshots-");
        try (Wings wings = Wings.open(data);
                Cast cast = Cast.open(data, wings.relay().address(), wings.ways())) {
            Fx.start();
            Ledger ledger = new Ledger();
            Director director = new Director(cast, ledger);
            director.gather();
            Script.opening().forEach(director::play);
            List<Line> lines = Script.conversation();
            lines.subList(0, LINES_TOGETHER).forEach(director::play);
            for (String language : List.of("en", "zh")) {
                drawTogether(cast, director, language);
                Pictures.write(
                        StagePicture.draw(
                                wings,
                                cast,
                                director,
                                ledger,
                                new Show.Look(Texts.of(language), new Theme(Theme.Choice.LIGHT))),
                        folder.resolve("stage-" + language + ".png"));
            }
            cast.leave("laptop");
            lines.subList(LINES_TOGETHER, lines.size()).stream()
                    .filter(line -> line instanceof Line.Say)
                    .forEach(director::play);
            for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                for (String language : List.of("en", "zh")) {
                    drawWindow(cast, director, choice, language);
                }
            }
            for (String language : List.of("en", "zh")) {
                Motion.draw(
                        Files.createTempDirectory("baton-motion-"),
                        Texts.of(language),
                        folder.resolve("motion-" + language + ".gif"));
            }
            System.out.println("Pictures: " + folder.toAbsolutePath());
            return 0;
        } catch (DemoException e) {
            System.err.println("No pictures: " + e.getMessage());
            return 1;
        }
    }

    private void drawTogether(Cast cast, Director director, String language) {
        List<BufferedImage> windows =
                new ArrayList<>(
                        draw(
                                cast.onStage(),
                                THIRD,
                                new Show.Look(Texts.of(language), new Theme(Theme.Choice.LIGHT)),
                                show ->
                                        show.openEverywhere(
                                                director.conversationOf(Script.OUTAGE))));
        Pictures.write(
                Pictures.sideBySide(windows), folder.resolve("devices-" + language + ".png"));
    }

    private void drawWindow(Cast cast, Director director, Theme.Choice choice, String language) {
        String name = choice.name().toLowerCase(java.util.Locale.ROOT) + "-" + language;
        draw(
                        List.of(cast.player("desk")),
                        WHOLE,
                        new Show.Look(Texts.of(language), new Theme(choice)),
                        show -> {
                            show.openEverywhere(director.conversationOf(Script.OUTAGE));
                            show.showDevices();
                        })
                .forEach(picture ->
                        Pictures.write(picture, folder.resolve("window-" + name + ".png")));
    }

    private Collection<BufferedImage> draw(
            List<Player> players,
            Rectangle2D place,
            Show.Look look,
            java.util.function.Consumer<Show> prepare) {
        List<Rectangle2D> places = players.stream().map(player -> place).toList();
        Show show = onFx(() -> new Show(players, places, look, Show.Cues.NONE));
        ui.execute(() -> prepare.accept(show));
        Collection<BufferedImage> pictures =
                Pictures.settled(() -> onFx(() -> show.pictures().values()));
        Fx.run(ui, show::close);
        return pictures;
    }

    private <T> T onFx(Supplier<T> work) {
        return Fx.call(ui, work);
    }
}
