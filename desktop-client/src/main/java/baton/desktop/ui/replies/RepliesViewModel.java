package baton.desktop.ui.replies;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.CannedReplies;
import baton.desktop.ui.common.CannedReply;
import baton.desktop.ui.common.UiContext;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The canned replies, and the one that is being written. FX thread.
final class RepliesViewModel {
    private final UiContext context;
    private final CannedReplies replies;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<CannedReply> changed = Optional.empty();

    RepliesViewModel(UiContext context) {
        this.context = context;
        this.replies = new CannedReplies(context);
    }

    Pin open() {
        return replies.open();
    }

    ReadOnlyObjectProperty<List<CannedReply>> allProperty() {
        return replies.allProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty textProperty() {
        return text;
    }

    /// Whether one that exists is being changed.
    ReadOnlyBooleanProperty changingProperty() {
        return changing.getReadOnlyProperty();
    }

    /// What is wrong with what was to be kept; empty if nothing is.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Keeps what is written, as a new one or in place of the one that is being changed.
    void save() {
        String called = name.get().strip();
        String words = text.get().strip();
        CannedReply reply =
                changed.map(old -> new CannedReply(old.key(), called, words))
                        .orElseGet(() -> CannedReply.made(context.times().now(), called, words));
        if (reply.fits()) {
            context.intents().set(reply.setting(), "", reply.value());
            leave();
        } else {
            problem.set(
                    context.texts()
                            .format(
                                    "replies.malformed",
                                    CannedReply.NAME_CHARS_MAX,
                                    CannedReply.CHARS_MAX));
        }
    }

    void change(CannedReply reply) {
        leave();
        changed = Optional.of(reply);
        changing.set(true);
        name.set(reply.name());
        text.set(reply.text());
    }

    /// Forgets what is written.
    void leave() {
        changed = Optional.empty();
        changing.set(false);
        name.set("");
        text.set("");
        problem.set("");
    }

    void delete(CannedReply reply) {
        if (changed.filter(open -> open.key().equals(reply.key())).isPresent()) {
            leave();
        }
        context.intents().set(reply.setting(), "", "");
    }
}
