package baton.desktop.demo;

import baton.desktop.runtime.Intents;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiThread;
import baton.model.ConversationId;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;

/// Two devices of Ana and one of Ben side by side, and what they show while the laptop is cut off
/// and comes back: the real app on a real relay, drawn step by step. One thread.
final class Motion {
    private static final Rectangle2D PLACE = new Rectangle2D(0, 0, 600, 620);
    private static final Duration GLANCE = Duration.ofMillis(2_800);
    private static final Duration LOOK = Duration.ofSeconds(4);
    private static final int CAPTION = 40;
    private static final int LETTERS = 20;
    private static final int EDGE = 6;
    private static final Color CUT = new Color(0xE5, 0x48, 0x4D);

    private final Cast cast;
    private final Cord cord;
    private final Director director;
    private final Ledger ledger;
    private final Show.Look look;
    private final UiThread ui = new UiThread();
    private final List<Gif.Frame> frames = new ArrayList<>();

    private Motion(Cast cast, Cord cord, Texts texts) {
        this.cast = cast;
        this.cord = cord;
        this.ledger = new Ledger();
        this.director = new Director(cast, ledger);
        this.look = new Show.Look(texts, new Theme(Theme.Choice.LIGHT));
    }

    /// @param data an empty folder for the relay and the devices
    /// @param file GIF
    /// @throws DemoException if the devices do not agree in the end
    static void draw(Path data, Texts texts, Path file) throws IOException {
        try (DemoRelay relay = DemoRelay.start(data);
                Cord cord = Cord.to(relay.address(), 0);
                Cast cast = Cast.open(data, relay.address(), Map.of("laptop", cord.address()))) {
            Motion motion = new Motion(cast, cord, texts);
            motion.play();
            Gif.write(motion.frames, file);
        }
    }

    private void play() {
        director.gather();
        Script.opening().forEach(director::play);
        List.of(new Line.Read("desk", Script.OUTAGE), new Line.Read("ben", Script.OUTAGE))
                .forEach(director::play);
        List<Rectangle2D> places = List.of(PLACE, PLACE, PLACE);
        Show show = Fx.call(ui, () -> new Show(cast.onStage(), places, look, Show.Cues.NONE));
        ui.execute(() -> show.openEverywhere(where()));
        try {
            act(show);
        } finally {
            Fx.run(ui, show::close);
        }
    }

    private void act(Show show) {
        Player laptop = cast.player("laptop");
        take(show, GLANCE, "Ana’s desk, Ana’s laptop, and Ben.", "Ana 的台式机、笔记本，和 Ben。");
        director.play(new Line.Say("ben", Script.OUTAGE, "It is back, watching the graphs."));
        director.play(new Line.Read("desk", Script.OUTAGE));
        take(
                show,
                GLANCE,
                "Ben writes. Ana reads it at her desk: read on the laptop too.",
                "Ben 写了一条。Ana 在台式机上读过，笔记本上也就读过了。");
        cord.pullOut();
        cast.await(
                "the laptop notices that it is cut off",
                () -> laptop.runtime().hints().status().link() instanceof SyncStatus.Link.Offline);
        take(show, GLANCE, "The laptop loses its network, and says so.", "笔记本断网了，并且说明了这一点。");
        say(laptop, "I restart node 3 now.", List.of(laptop));
        take(
                show,
                LOOK,
                "Ana goes on writing there: kept on its disk, with a clock.",
                "Ana 继续在那里写：已存入它的磁盘，带一个时钟。");
        List<Player> others = cast.players().stream().filter(each -> !each.equals(laptop)).toList();
        say(cast.player("mia"), "Support confirms: cards go through.", others);
        say(cast.player("ben"), "Error rate is under 0.1 % again.", others);
        director.play(new Line.Read("desk", Script.OUTAGE));
        take(
                show,
                LOOK,
                "Meanwhile the others go on, and Ana reads at her desk.",
                "这期间其他人继续聊，Ana 在台式机上阅读。");
        cord.plugIn();
        laptop.runtime().intents().connectNow();
        Agreement agreement = new Agreement(cast.players(), ledger);
        cast.await("all devices agree", () -> agreement.look().isAgreed());
        take(
                show,
                GLANCE,
                "The network is back: what waited goes out, what is missing comes in.",
                "网络恢复：等待的发出去，缺少的取回来。");
        director.play(new Line.Read("ben", Script.OUTAGE));
        Agreement.Report report = agreement.look();
        take(
                show,
                LOOK,
                "All devices agree. Lost %d, twice %d, out of order %d."
                        .formatted(report.lost(), report.duplicated(), report.disordered()),
                "所有设备一致。丢失 %d，重复 %d，乱序 %d。"
                        .formatted(report.lost(), report.duplicated(), report.disordered()));
    }

    private ConversationId where() {
        return director.conversationOf(Script.OUTAGE);
    }

    /// Says it and waits until it is on these devices.
    private void say(Player speaker, String text, List<Player> hearers) {
        ledger.write(where(), speaker.account(), text);
        Intents.Outgoing message = new Intents.Outgoing(text, Director.newest(speaker, where()));
        speaker.runtime().intents().send(where(), message, outcome -> {});
        cast.await(
                "everybody who can be reached has: " + text,
                () -> hearers.stream().allMatch(each -> each.shows(where(), text)));
    }

    private void take(Show show, Duration lasting, String english, String chinese) {
        Collection<BufferedImage> windows =
                Pictures.settled(() -> Fx.call(ui, () -> show.pictures().values()));
        String caption = look.texts().locale().getLanguage().equals("zh") ? chinese : english;
        frames.add(
                new Gif.Frame(
                        framed(Pictures.sideBySide(windows), caption, cord.isOut()), lasting));
    }

    private static BufferedImage framed(BufferedImage windows, String caption, boolean isCut) {
        BufferedImage all =
                new BufferedImage(
                        windows.getWidth(),
                        windows.getHeight() + CAPTION,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = all.createGraphics();
        canvas.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Pictures.TABLE);
        canvas.fillRect(0, 0, all.getWidth(), all.getHeight());
        canvas.drawImage(windows, 0, 0, null);
        if (isCut) {
            canvas.setColor(CUT);
            canvas.setStroke(new BasicStroke(EDGE));
            int width = (int) PLACE.getWidth();
            canvas.drawRect(
                    2 * Pictures.GAP + width - EDGE / 2,
                    Pictures.GAP - EDGE / 2,
                    width + EDGE,
                    (int) PLACE.getHeight() + EDGE);
        }
        canvas.setColor(Color.WHITE);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, LETTERS));
        int wide = canvas.getFontMetrics().stringWidth(caption);
        canvas.drawString(caption, (all.getWidth() - wide) / 2, windows.getHeight() + CAPTION / 2);
        canvas.dispose();
        return all;
    }
}
