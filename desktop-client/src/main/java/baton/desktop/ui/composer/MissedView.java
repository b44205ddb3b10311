package baton.desktop.ui.composer;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.markup.Markup;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows a [MissedViewModel] above the composer: what was missed, what was meant, and the three
/// ways on. FX thread.
final class MissedView {
    private final Texts texts;
    private final MissedViewModel model;
    private final Consumer<MissedViewModel.Refused> rework;
    private final VBox root = new VBox(4);

    /// @param rework takes the text back into the composer
    MissedView(Texts texts, MissedViewModel model, Consumer<MissedViewModel.Refused> rework) {
        this.texts = texts;
        this.model = model;
        this.rework = rework;
        root.getStyleClass().addAll("notice", "missed");
        root.setAccessibleRole(AccessibleRole.TEXT);
    }

    Parent root() {
        return root;
    }

    Pin open() {
        Pins pins = new Pins();
        pins.listen(model.refusedProperty(), (observed, was, now) -> show(now));
        show(model.refusedProperty().get());
        pins.add(model.open());
        return pins;
    }

    private void show(MissedViewModel.Refused refused) {
        Shown.when(root, !refused.isNone());
        root.getChildren().clear();
        if (refused.isNone()) {
            return;
        }
        Label title = label(refused.title(), "caption", "strong");
        root.setAccessibleText(title.getText());
        root.getChildren().add(title);
        if (refused.more() > 0) {
            String more = texts.format("composer.missed.more", refused.more());
            root.getChildren().add(label(more, "caption", "quiet"));
        }
        for (MissedViewModel.Line line : refused.missed()) {
            root.getChildren().add(line(line));
        }
        Label mine =
                label(
                        texts.format("composer.missed.mine", Markup.line(refused.text())),
                        "small",
                        "body");
        mine.setWrapText(true);
        mine.setMaxHeight(60);
        root.getChildren().addAll(mine, choices());
    }

    private static Node line(MissedViewModel.Line line) {
        Label author =
                label(line.author(), "caption", "strong", "name-" + Avatar.hueOf(line.handle()));
        author.setMinWidth(Label.USE_PREF_SIZE);
        Label text = label(Markup.line(line.text()), "small", "body");
        HBox row = new HBox(6, author, text);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private Node choices() {
        Button anyway = choice("composer.missed.anyway", model::sendAnyway);
        Button edit =
                choice("composer.missed.edit", () -> rework.accept(model.refusedProperty().get()));
        Button delete = choice("composer.missed.delete", model::discard);
        return new HBox(8, anyway, edit, delete);
    }

    private Button choice(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().setAll("button", "text-button", "caption");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label label(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(0);
        return label;
    }
}
