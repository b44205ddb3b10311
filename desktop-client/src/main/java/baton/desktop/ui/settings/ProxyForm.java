package baton.desktop.ui.settings;

import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Views;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Which proxy leads to the relay, in the settings and before anybody signed in. FX thread.
public final class ProxyForm implements View {
    private final Texts texts;
    private final ProxyDoor door;
    private final Parent root;
    @FXML private HBox ways;
    @FXML private HBox row;
    @FXML private TextField place;
    @FXML private Button use;
    @FXML private Label result;
    @FXML private Label problem;

    /// What may be chosen.
    private enum Way {
        SYSTEM,
        DIRECT,
        THROUGH
    }

    public ProxyForm(Texts texts, ProxyDoor door) {
        this.texts = texts;
        this.door = door;
        root = new Views(texts).load("ProxyForm", this);
    }

    @FXML
    private void initialize() {
        Way stands = wayOf(door.chosen());
        Segments.fill(ways, texts, "settings.proxy.", Way.values(), stands, way -> choose(way));
        place.setText(stands == Way.THROUGH ? door.chosen() : "");
        use.disableProperty().bind(place.textProperty().isEmpty());
        Shown.when(row, stands == Way.THROUGH);
        tell("", "");
    }

    private static Way wayOf(String words) {
        return switch (words) {
            case "" -> Way.SYSTEM;
            case ProxyDoor.DIRECT -> Way.DIRECT;
            default -> Way.THROUGH;
        };
    }

    private void choose(Way way) {
        Shown.when(row, way == Way.THROUGH);
        tell("", "");
        switch (way) {
            case SYSTEM -> take("");
            case DIRECT -> take(ProxyDoor.DIRECT);
            case THROUGH -> place.requestFocus();
        }
    }

    /// The word for none is no address of a proxy.
    @FXML
    private void useAddress() {
        String typed = place.getText().strip();
        if (typed.isEmpty() || typed.equals(ProxyDoor.DIRECT)) {
            tell("", texts.get("settings.proxy.malformed"));
        } else {
            take(typed);
        }
    }

    private void take(String words) {
        boolean isTaken = door.choose(words);
        tell(
                isTaken ? texts.get("settings.proxy.taken") : "",
                isTaken ? "" : texts.get("settings.proxy.malformed"));
    }

    private void tell(String good, String bad) {
        result.setText(good);
        Shown.when(result, !good.isEmpty());
        problem.setText(bad);
        Shown.when(problem, !bad.isEmpty());
    }

    @Override
    public Parent root() {
        return root;
    }
}
