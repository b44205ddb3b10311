package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.markup.Block;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lines of code on a ground of their own; long lines wrap. Above them stand the language and what
/// copies the code and nothing else.
final class CodeBlock extends VBox {
    private static final int TAB = 4;

    CodeBlock(Block.Code code, Texts texts, Consumer<String> copy) {
        getStyleClass().add("code-block");
        Text words = new Text(code.text());
        words.getStyleClass().addAll("message-text", "code");
        TextFlow lines = new TextFlow(words);
        lines.setTabSize(TAB);
        Label language = new Label(code.language());
        language.getStyleClass().addAll("caption", "quiet");
        Button button = new Button("", new FontIcon(Feather.COPY));
        button.getStyleClass().setAll("button", "icon-button", "small-icon");
        Named.by(texts.get("timeline.copy-code"), button);
        button.setOnAction(event -> copy.accept(code.text()));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(8, language, between, button);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, lines);
    }
}
