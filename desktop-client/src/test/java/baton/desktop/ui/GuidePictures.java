package baton.desktop.ui;

import baton.desktop.demo.Palette;
import baton.desktop.ui.common.Theme;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javax.imageio.ImageIO;

/// Draws the pictures of the user's guide into a folder, in both languages: parts of the same
/// pictures that tests compare. Needs the headless platform or a screen.
public final class GuidePictures {
    private static final List<Pick> PICKS =
            List.of(
                    new Pick("side", "firstrun-empty", "first", new Rectangle(270, 0, 460, 780)),
                    new Pick(
                            "views",
                            "settings-own-relay",
                            "invite",
                            new Rectangle(40, 50, 780, 540)),
                    new Pick("views", "window", "ticks", new Rectangle(312, 170, 968, 520)),
                    new Pick("views", "status-outbox", "offline", new Rectangle(0, 100, 1100, 680)),
                    new Pick("side", "devices-link", "link", new Rectangle(120, 110, 460, 560)),
                    new Pick("side", "devices", "devices", new Rectangle(420, 0, 280, 400)),
                    new Pick("views", "dialog-backup", "backup", new Rectangle(95, 80, 450, 400)),
                    new Pick("side", "notice-page", "trouble", new Rectangle(180, 160, 540, 280)));

    private GuidePictures() {}

    /// A part of a picture that is drawn anyway.
    private record Pick(String kind, String view, String name, Rectangle part) {}

    /// @param arguments the folder
    public static void main(String[] arguments) {
        try {
            for (String language : List.of("en", "zh")) {
                draw(new Look(Theme.Choice.LIGHT, language), Path.of(arguments[0]));
            }
        } finally {
            // The toolkit's thread would keep the process alive.
            Platform.exit();
        }
    }

    private static void draw(Look look, Path folder) {
        Shots shots = new Shots(look, Kept.DRAWN.resolve("views"));
        Screenshots.drawWindow(shots);
        new StatusShots(shots).draw();
        new ActionShots(shots).dialogs();
        new ActionShots(shots).settings();
        new SideViewsTest().firstRunFitsWithAllItsComplaints(look);
        new SideViewsTest().devicesFitAndSigningOutWarnsOfUnsentMessages(look);
        new SideViewsTest().devicesAreRenamedSignedOutAndLinked(look);
        new SideViewsTest().noticesFit(look);
        PICKS.forEach(pick -> cut(pick, look, folder));
    }

    private static void cut(Pick pick, Look look, Path folder) {
        Path from = new Shots(look, Kept.DRAWN.resolve(pick.kind())).file(pick.view());
        try {
            BufferedImage whole = ImageIO.read(from.toFile());
            Rectangle part = pick.part();
            BufferedImage shown = whole.getSubimage(part.x, part.y, part.width, part.height);
            ImageIO.write(
                    Palette.reduced(shown),
                    "png",
                    folder.resolve("guide-" + pick.name() + "-" + look.language() + ".png")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
