package baton.desktop.ui.backup;

import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Places;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.common.Views;
import baton.desktop.ui.common.Work;
import baton.desktop.ui.common.WorkBar;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// Asks for a passphrase and a place, and makes a backup. FX thread; closing it breaks the work
/// off.
public final class BackupDialog {
    private static final int LETTERS_MIN = 8;

    private final Texts texts;
    private final Times times;
    private final Overlay overlay;
    private final Places places;
    private final BackupDoors doors;
    private final Work work;
    private final String account;
    private final Parent root;
    private Optional<Path> chosen = Optional.empty();
    @FXML private VBox room;
    @FXML private PasswordField passphrase;
    @FXML private PasswordField again;
    @FXML private Label differ;
    @FXML private Label result;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button replace;
    @FXML private Button choose;

    /// What the dialog stands on.
    ///
    /// @param account the handle, for the name of the file
    public record Ground(
            Texts texts, Times times, Overlay overlay, Places places, Work work, String account) {}

    public BackupDialog(Ground ground, BackupDoors doors) {
        this.texts = ground.texts();
        this.times = ground.times();
        this.overlay = ground.overlay();
        this.places = ground.places();
        this.work = ground.work();
        this.account = ground.account();
        this.doors = doors;
        root = new Views(texts).load("Backup", this);
    }

    @FXML
    private void initialize() {
        room.getChildren().addFirst(new WorkBar(texts, work));
        BooleanBinding same = Bindings.equal(passphrase.textProperty(), again.textProperty());
        BooleanBinding long_ =
                Bindings.createBooleanBinding(
                        () -> passphrase.getText().length() >= LETTERS_MIN,
                        passphrase.textProperty());
        choose.disableProperty().bind(same.and(long_).not().or(work.busyProperty()));
        replace.disableProperty().bind(choose.disableProperty());
        Shown.when(differ, Bindings.isNotEmpty(again.textProperty()).and(same.not()));
        passphrase.disableProperty().bind(work.busyProperty());
        again.disableProperty().bind(work.busyProperty());
        cancel.setOnAction(event -> overlay.hide());
        choose.setOnAction(event -> choose());
        replace.setOnAction(event -> chosen.ifPresent(file -> write(file, true)));
    }

    public void show() {
        tell("", "");
        Shown.when(replace, false);
        cancel.setText(texts.get("export.cancel"));
        overlay.show(root, texts.get("backup.title"), passphrase, this::leave);
    }

    private void leave() {
        work.stop();
        passphrase.clear();
        again.clear();
    }

    private void choose() {
        String name = "baton-" + account + "-" + times.day(times.now()) + ".backup";
        places.newFile(texts.get("backup.file"), name).ifPresent(file -> write(file, false));
    }

    /// The system's own dialog has asked whether a file may be replaced, but not every system asks.
    private void write(Path file, boolean mayReplace) {
        chosen = Optional.of(file);
        tell("", "");
        Shown.when(replace, false);
        String words = passphrase.getText();
        work.start(watch -> doors.backUp(words, file, mayReplace, watch), this::answer);
    }

    private void answer(Outcome<Path> outcome) {
        switch (outcome) {
            case Outcome.Done<Path>(Path file) -> {
                tell(texts.format("backup.done", file), "");
                cancel.setText(texts.get("settings.done"));
            }
            case Outcome.Stopped<Path> stopped -> tell(texts.get("backup.stopped"), "");
            case Outcome.Failed<Path>(String code) -> {
                tell("", Notice.of(code, texts).brief(texts));
                Shown.when(replace, code.equals(LocalTrouble.BACKUP_EXISTS.code()));
            }
        }
    }

    private void tell(String good, String bad) {
        result.setText(good);
        problem.setText(bad);
        Shown.when(result, !good.isEmpty());
        Shown.when(problem, !bad.isEmpty());
    }
}
