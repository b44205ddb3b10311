package baton.desktop.ui.notices;

import baton.desktop.ui.common.Clip;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Views;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;

/// A trouble that leaves nothing else to show, as the whole window: what happened, what it means
/// for the messages, what to do, and the buttons for it. FX thread.
public final class NoticePage {
    private final Runnable retry;
    private final Runnable quit;

    @FXML private StackPane root;
    @FXML private Label title;
    @FXML private Label happened;
    @FXML private Label messages;
    @FXML private Label action;
    @FXML private TextArea details;
    @FXML private Button showDetails;
    @FXML private Button copyDetails;
    @FXML private Button again;

    /// @param technical for a report, may be empty; must hold no bodies, passwords or tokens
    /// @param goOn key of the text of the first button
    /// @param retry what the first button does
    public NoticePage(
            Notice notice,
            String technical,
            Texts texts,
            String goOn,
            Runnable retry,
            Runnable quit) {
        this.retry = retry;
        this.quit = quit;
        new Views(texts).load("NoticePage", this);
        again.setText(texts.get(goOn));
        title.setText(notice.title());
        happened.setText(notice.happened());
        messages.setText(notice.messages());
        action.setText(notice.action());
        details.setText(technical);
        Shown.when(details, false);
        Shown.when(copyDetails, false);
        Shown.when(showDetails, !technical.isEmpty());
    }

    public Parent root() {
        return root;
    }

    /// Gives the focus to the button that helps most often.
    public void focus() {
        again.requestFocus();
    }

    @FXML
    private void showDetails() {
        Shown.when(details, true);
        Shown.when(copyDetails, true);
        Shown.when(showDetails, false);
        details.requestFocus();
    }

    @FXML
    private void copyDetails() {
        Clip.put(title.getText() + "\n" + details.getText());
    }

    @FXML
    private void again() {
        retry.run();
    }

    @FXML
    private void quit() {
        quit.run();
    }
}
