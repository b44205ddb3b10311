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
import baton.desktop.ui.notices.Notice;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// Asks for a backup and its passphrase, checks the whole file, says what it is, and only then puts
/// it in the place of what this device holds. FX thread.
public final class RestoreDialog {
    private final Texts texts;
    private final Times times;
    private final Overlay overlay;
    private final Places places;
    private final BackupDoors doors;
    private final Work work;
    private final Parent root;
    private final ObjectProperty<Optional<Path>> file =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<BackupDoors.Ready> ready = Optional.empty();
    @FXML private VBox asking;
    @FXML private VBox room;
    @FXML private Label name;
    @FXML private PasswordField passphrase;
    @FXML private Label found;
    @FXML private Label meaning;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button choose;
    @FXML private Button check;
    @FXML private Button carryOut;

    /// What a backup takes the place of, and thus what restoring means.
    public enum Place {
        DEVICE("restore.meaning"),
        /// A profile into which nobody has signed in.
        FIRST_RUN("restore.meaning.first");

        private final String meaning;

        Place(String meaning) {
            this.meaning = meaning;
        }
    }

    public RestoreDialog(BackupDialog.Ground ground, BackupDoors doors, Place place) {
        this.texts = ground.texts();
        this.times = ground.times();
        this.overlay = ground.overlay();
        this.places = ground.places();
        this.work = ground.work();
        this.doors = doors;
        root = new Views(texts).load("Restore", this);
        meaning.setText(texts.get(place.meaning));
    }

    @FXML
    private void initialize() {
        room.getChildren().addFirst(new WorkBar(texts, work));
        name.textProperty()
                .bind(
                        file.map(chosen ->
                                chosen.map(path -> path.getFileName().toString())
                                        .orElse(texts.get("restore.no-file"))));
        check.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                        () ->
                                                file.get().isEmpty()
                                                        || passphrase.getText().isEmpty(),
                                        file,
                                        passphrase.textProperty())
                                .or(work.busyProperty()));
        asking.disableProperty().bind(work.busyProperty());
        cancel.setOnAction(event -> overlay.hide());
        choose.setOnAction(event -> choose());
        check.setOnAction(event -> check());
        passphrase.setOnAction(event -> check.fire());
        carryOut.setOnAction(event -> carryOut());
    }

    public void show() {
        file.set(Optional.empty());
        ask();
        tell("");
        overlay.show(root, texts.get("restore.title"), choose, this::leave);
    }

    private void ask() {
        Shown.when(asking, true);
        Shown.when(found, false);
        Shown.when(meaning, false);
        Shown.when(check, true);
        Shown.when(carryOut, false);
    }

    private void leave() {
        work.stop();
        passphrase.clear();
        putAway();
    }

    private void putAway() {
        ready.ifPresent(backup ->
                work.start(
                        watch -> {
                            backup.discard();
                            return new Outcome.Stopped<Path>();
                        },
                        outcome -> {}));
        ready = Optional.empty();
    }

    private void choose() {
        places.file(texts.get("restore.file"))
                .ifPresent(chosen -> {
                    file.set(Optional.of(chosen));
                    tell("");
                    passphrase.requestFocus();
                });
    }

    private void check() {
        tell("");
        String words = passphrase.getText();
        file.get()
                .ifPresent(chosen ->
                        work.start(watch -> doors.open(chosen, words, watch), this::answer));
    }

    private void answer(Outcome<BackupDoors.Ready> outcome) {
        switch (outcome) {
            case Outcome.Done<BackupDoors.Ready>(BackupDoors.Ready backup) -> offer(backup);
            case Outcome.Stopped<BackupDoors.Ready> stopped -> tell(texts.get("restore.stopped"));
            case Outcome.Failed<BackupDoors.Ready>(String code) ->
                    tell(Notice.of(code, texts).brief(texts));
        }
    }

    private void offer(BackupDoors.Ready backup) {
        ready = Optional.of(backup);
        if (!overlay.isShowing()) {
            // Closed in the moment in which the check came to its end.
            putAway();
            return;
        }
        found.setText(
                texts.format("restore.found", "@" + backup.account(), times.exact(backup.at())));
        Shown.when(asking, false);
        Shown.when(found, true);
        Shown.when(meaning, true);
        Shown.when(check, false);
        Shown.when(carryOut, true);
        cancel.requestFocus();
    }

    private void carryOut() {
        Optional<BackupDoors.Ready> backup = ready;
        ready = Optional.empty();
        overlay.hide();
        backup.ifPresent(BackupDoors.Ready::carryOut);
    }

    private void tell(String bad) {
        problem.setText(bad);
        Shown.when(problem, !bad.isEmpty());
    }
}
