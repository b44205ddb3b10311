package baton.desktop.ui.composer;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.CannedReplies;
import baton.desktop.ui.common.CannedReply;
import baton.desktop.ui.common.EmojiPicker;
import baton.desktop.ui.common.GrowingTextArea;
import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.markup.Markup;
import baton.model.Member;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Ties the composer's controls to the view model of the open conversation.
public final class ComposerController {
    private static final Duration SAVE_AFTER = Duration.millis(300);

    private final UiContext context;
    private final Runnable editLast;
    private final PauseTransition save = new PauseTransition(SAVE_AFTER);
    private final EmojiPicker picker;
    private boolean isEdit;
    @FXML private VBox missed;
    @FXML private HBox kept;
    @FXML private Button restore;
    @FXML private Button dismiss;
    @FXML private HBox offered;
    @FXML private Button take;
    @FXML private HBox aim;
    @FXML private Label aimTitle;
    @FXML private Label aimText;
    @FXML private Button aimCancel;
    @FXML private Label problem;
    @FXML private HBox box;
    @FXML private GrowingTextArea text;
    @FXML private Button emoji;
    @FXML private Button send;
    @FXML private HBox hints;
    @FXML private Label origin;
    @FXML private Label counter;
    @FXML private Label keys;
    @FXML private Label left;

    /// @param editLast begins to change the person's last message here, if there is one
    ComposerController(UiContext context, Runnable editLast) {
        this.context = context;
        this.editLast = editLast;
        this.picker = new EmojiPicker(context.texts());
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        text.setAccessibleText(texts.get("composer.prompt"));
        send.setAccessibleText(texts.get("composer.send"));
        Named.by(texts.get("composer.emoji"), emoji);
        Named.by(texts.get("composer.aim.cancel"), aimCancel);
        text.focusedProperty()
                .addListener((observed, was, focused) ->
                        box.pseudoClassStateChanged(PseudoClass.getPseudoClass("active"), focused));
        text.focusedProperty().addListener((observed, was, focused) -> showKeys());
        emoji.setOnAction(event -> picker.show(emoji, this::insert));
    }

    private void insert(String chosen) {
        text.replaceSelection(chosen);
        text.requestFocus();
    }

    Pin open(ComposerViewModel model, MissedView missedReplies) {
        Pins pins = new Pins();
        missed.getChildren().setAll(missedReplies.root());
        text.setText("");
        text.textProperty().bindBidirectional(model.textProperty());
        pins.add(() -> text.textProperty().unbindBidirectional(model.textProperty()));
        text.onSubmit(model::send, context.times()::now);
        text.submitByEnterAlone(context.machine().settings()::isSentByEnter);
        send.setOnAction(event -> model.send());
        send.disableProperty().bind(model.textProperty().map(String::isBlank));
        restore.setOnAction(event -> model.restoreKept());
        dismiss.setOnAction(event -> model.dismissKept());
        take.setOnAction(event -> model.takeOffered());
        problem.textProperty().bind(model.problemProperty());
        origin.textProperty().bind(model.originProperty());
        counter.textProperty().bind(model.counterProperty());
        Shown.when(kept, model.keptProperty().map(this::isThere));
        Shown.when(offered, model.offeredProperty().map(this::isThere));
        Shown.when(problem, model.problemProperty().map(this::isThere));
        Shown.when(box, model.leftProperty().not());
        Shown.when(hints, model.leftProperty().not());
        Shown.when(left, model.leftProperty());
        bindAim(model, pins);
        bindKeys(model, pins);
        bindSaving(model, pins);
        return pins;
    }

    private void bindSaving(ComposerViewModel model, Pins pins) {
        save.setOnFinished(event -> model.flush());
        pins.listen(
                model.textProperty(),
                (observed, was, now) -> {
                    if (model.isUnsaved()) {
                        save.playFromStart();
                    } else {
                        text.end();
                    }
                });
        pins.add(save::stop);
    }

    private void bindAim(ComposerViewModel model, Pins pins) {
        Shown.when(aim, model.aimProperty().map(now -> !now.isSay()));
        pins.listen(model.aimProperty(), (observed, was, now) -> showAim(now));
        showAim(model.aimProperty().get());
        aimCancel.setOnAction(event -> {
            model.cancelAim();
            focus();
        });
    }

    private void showAim(Aim now) {
        Texts texts = context.texts();
        aimTitle.setText(
                switch (now.kind()) {
                    case SAY -> "";
                    case REPLY -> texts.format("composer.reply", now.message().author());
                    case EDIT -> texts.get("composer.edit");
                });
        aimText.setText(Markup.line(now.message().text()));
        isEdit = now.isEdit();
        showKeys();
    }

    /// What Enter does may have been set otherwise meanwhile.
    private void showKeys() {
        String key = isEdit ? "composer.keys.edit" : "composer.keys";
        boolean plain = context.machine().settings().isSentByEnter();
        keys.setText(context.texts().get(plain ? key : key + ".control"));
    }

    private void bindKeys(ComposerViewModel model, Pins pins) {
        CompletionPopup<Member> mentions =
                new CompletionPopup<>(box, text, model::completionAt, MemberCell::new);
        pins.add(mentions.open());
        pins.add(new Shortcodes(box, text).open());
        CannedReplies replies = new CannedReplies(context);
        pins.add(replies.open());
        CompletionPopup<CannedReply> named =
                new CompletionPopup<>(
                        box,
                        text,
                        caret ->
                                ReplyCompletion.at(
                                        text.getText(), caret, replies.allProperty().get()),
                        ReplyCell::new);
        pins.add(named.open());
        bindIntake(new Intake(text::getLength, model::complain));
        text.setOnKeyPressed(event -> onKey(model, event));
    }

    private void bindIntake(Intake intake) {
        text.onPaste(intake::textOf);
        box.setOnDragOver(event -> {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        });
        box.setOnDragDropped(event -> {
            Optional<String> dropped = intake.textOf(event.getDragboard());
            dropped.ifPresent(this::insert);
            event.setDropCompleted(dropped.isPresent());
            event.consume();
        });
    }

    private void onKey(ComposerViewModel model, KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !model.aimProperty().get().isSay()) {
            event.consume();
            model.cancelAim();
        } else if (event.getCode() == KeyCode.UP
                && text.getText().isEmpty()
                && model.aimProperty().get().isSay()) {
            event.consume();
            editLast.run();
        }
    }

    private boolean isThere(String words) {
        return !words.isEmpty();
    }

    void focus() {
        text.requestFocus();
        text.end();
    }
}
