package baton.desktop.ui.newconversation;

import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Views;
import baton.model.Member;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The dialog of a conversation's members. FX thread.
final class MembersController {
    private final MembersViewModel viewModel;
    private final Runnable closed;

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private VBox people;
    @FXML private VBox inviteRow;
    @FXML private TextField handle;
    @FXML private Label handleProblem;
    @FXML private VBox question;
    @FXML private Label leaveProblem;
    @FXML private Button askToLeave;
    @FXML private Button close;

    MembersController(MembersViewModel viewModel, Texts texts, Runnable closed) {
        this.viewModel = viewModel;
        this.closed = closed;
        new Views(texts).load("Members", this);
        heading.textProperty().bind(viewModel.headingProperty());
        handle.textProperty().bindBidirectional(viewModel.handleProperty());
        NewConversationController.showText(handleProblem, viewModel.handleProblemProperty());
        NewConversationController.showText(leaveProblem, viewModel.leaveProblemProperty());
        Shown.when(inviteRow, viewModel.changeableProperty());
        Shown.when(question, viewModel.leavingProperty());
        Shown.when(
                askToLeave, viewModel.changeableProperty().and(viewModel.leavingProperty().not()));
        viewModel.members().addListener((ListChangeListener<Member>) change -> showPeople());
        showPeople();
    }

    Parent root() {
        return root;
    }

    Node first() {
        return close;
    }

    private void showPeople() {
        people.getChildren()
                .setAll(viewModel.members().stream().map(MembersController::person).toList());
    }

    private static Node person(Member member) {
        Avatar avatar = new Avatar(false);
        avatar.show(member.account().handle(), ConversationNames.nameOf(member));
        Label name = new Label(ConversationNames.nameOf(member));
        name.getStyleClass().add("strong");
        Label handle = new Label("@" + member.account().handle());
        handle.getStyleClass().addAll("small", "faint");
        HBox row = new HBox(avatar, name, handle);
        row.getStyleClass().add("person");
        return row;
    }

    @FXML
    private void invite() {
        viewModel.invite();
    }

    @FXML
    private void askToLeave() {
        viewModel.leavingProperty().set(true);
    }

    @FXML
    private void stay() {
        viewModel.leavingProperty().set(false);
    }

    @FXML
    private void leave() {
        viewModel.leave();
    }

    @FXML
    private void close() {
        closed.run();
    }
}
