package baton.desktop.ui.common;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/// A text area as high as its text, from one line to eight, in which Enter submits, Shift+Enter
/// breaks the line and Tab moves on. An Enter that commits an input method's candidate does
/// neither. FX thread.
public final class GrowingTextArea extends TextArea {
    private static final KeyCombination TAB = new KeyCodeCombination(KeyCode.TAB);
    private static final int LINES_MAX = 8;

    /// What the theme puts around the text (see `.growing` in tokens.css) and a little more, lest a
    /// rounding calls for a scroll bar.
    private static final double PADDING_HIGH = 16;

    private static final double PADDING_WIDE = 12;

    private final Text probe = new Text();
    private final ImeGuard guard = new ImeGuard();
    private InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    private Runnable submit = () -> {};
    private BooleanSupplier enterAlone = () -> true;
    private Function<Clipboard, Optional<String>> pasted =
            clipboard -> Optional.ofNullable(clipboard.getString());

    public GrowingTextArea() {
        getStyleClass().add("growing");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().addListener(observable -> requestLayout());
        fontProperty().addListener(observable -> requestLayout());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onTab);
        addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> {
                    StringBuilder composed = new StringBuilder();
                    event.getComposed().forEach(run -> composed.append(run.getText()));
                    guard.onText(composed.toString(), clock.instant());
                });
    }

    /// What Enter does, and by which clock an Enter is told from a commit.
    public void onSubmit(Runnable action, InstantSource time) {
        submit = action;
        clock = time;
    }

    /// Whether Enter alone submits; otherwise Ctrl+Enter does, and Enter breaks the line.
    public void submitByEnterAlone(BooleanSupplier choice) {
        enterAlone = choice;
    }

    /// What of the clipboard is pasted; whoever decides so says why nothing is.
    public void onPaste(Function<Clipboard, Optional<String>> choice) {
        pasted = choice;
    }

    @Override
    public void paste() {
        pasted.apply(Clipboard.getSystemClipboard()).ifPresent(this::replaceSelection);
    }

    private void onKey(KeyEvent event) {
        boolean alone = enterAlone.getAsBoolean();
        boolean isControl = event.isShortcutDown();
        if (event.getCode() != KeyCode.ENTER || event.isAltDown() || (alone && isControl)) {
            return;
        }
        event.consume();
        if (event.isShiftDown() || (!alone && !isControl)) {
            if (alone || isOwnEnter()) {
                replaceSelection("\n");
            }
        } else if (isOwnEnter()) {
            submit.run();
        }
    }

    /// Whether an Enter now is the person's own, not one that commits an input method's candidate.
    public boolean isOwnEnter() {
        return guard.isOwnEnter(clock.instant());
    }

    /// Moves on like any field. A handler before the area's own, and after the filters of those who
    /// offer completions.
    private void onTab(KeyEvent event) {
        if (TAB.match(event)) {
            event.consume();
            requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        double line = heightOf("x", 0);
        double wanted = heightOf(getText() + "\u200b", Math.max(1, wide - PADDING_WIDE));
        return Math.ceil(Math.clamp(wanted, line, line * LINES_MAX) + PADDING_HIGH);
    }

    private double heightOf(String text, double wrap) {
        probe.setFont(getFont());
        probe.setWrappingWidth(wrap);
        probe.setText(text);
        return probe.getLayoutBounds().getHeight();
    }
}
