package baton.desktop.ui.timeline;

import baton.desktop.store.Reach;
import baton.desktop.store.Tick;
import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.TickMark;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Who has a message: each other member, and each device of one's own. FX thread.
final class ReachCard extends ScrollPane {
    private static final double WIDTH = 280;
    private static final double HEIGHT_MAX = 360;

    private final Texts texts;

    /// @param sent when it was sent, to the second
    ReachCard(Texts texts, Reach reach, String sent) {
        this.texts = texts;
        VBox rows = new VBox(6);
        rows.getStyleClass().add("card-content");
        rows.getChildren().add(words(sent, "caption", "quiet", "digits"));
        if (!reach.people().isEmpty()) {
            rows.getChildren().add(words(texts.get("timeline.reach.people"), "small", "strong"));
            reach.people().forEach(person -> rows.getChildren().add(row(person)));
        }
        rows.getChildren().add(words(texts.get("timeline.reach.devices"), "small", "strong"));
        reach.devices().forEach(device -> rows.getChildren().add(row(device)));
        setContent(rows);
        setFitToWidth(true);
        setPrefWidth(WIDTH);
        setMaxHeight(HEIGHT_MAX);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        getStyleClass().add("reach-card");
    }

    private HBox row(Reach.Person person) {
        String handle = person.member().account().handle();
        String name = ConversationNames.nameOf(person.member());
        Avatar avatar = new Avatar(false);
        avatar.show(handle, name);
        String state = texts.get("timeline.reach." + person.tick().name().toLowerCase(Locale.ROOT));
        return row(avatar, name, state, person.tick());
    }

    private HBox row(Reach.Own own) {
        String name =
                own.device().thisDevice()
                        ? texts.format("shell.this-device", own.device().name())
                        : own.device().name();
        String state = texts.get(own.has() ? "timeline.reach.has" : "timeline.reach.not-yet");
        return row(screen(), name, state, own.has() ? Tick.DELIVERED : Tick.WAITING);
    }

    /// As wide as an avatar, so that all names stand in one line.
    private static Node screen() {
        StackPane place = new StackPane(new FontIcon(Feather.MONITOR));
        place.getStyleClass().addAll("avatar", "small");
        return place;
    }

    private static HBox row(Node picture, String name, String state, Tick tick) {
        Label who = new Label(name);
        who.getStyleClass().addAll("small", "body");
        Label what = words(state, "caption", "quiet");
        what.setMinWidth(USE_PREF_SIZE);
        TickMark mark = new TickMark();
        mark.show(tick);
        HBox space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, picture, who, space, what, mark);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(name + ", " + state);
        return row;
    }

    private static Label words(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
