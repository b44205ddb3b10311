package baton.desktop.ui.devices;

import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A question with consequences, and what came of the answer yes. FX thread.
final class QuestionViewModel {
    private final Texts texts;
    private final Supplier<Optional<String>> deed;
    private final Threads threads;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<Question> question;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param deed blocks on the network; answers the code of what went wrong
    /// @param done called on the FX thread once it is done
    QuestionViewModel(
            Texts texts,
            Question question,
            Supplier<Optional<String>> deed,
            Threads threads,
            Runnable done) {
        this.texts = texts;
        this.question = new ReadOnlyObjectWrapper<>(question);
        this.deed = deed;
        this.threads = threads;
        this.done = done;
    }

    ReadOnlyObjectProperty<Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Asks in other words, once more is known.
    void ask(Question next) {
        question.set(next);
    }

    void confirm() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        threads.ask(deed, Optional.of(LocalTrouble.UNEXPECTED.code()), this::answer);
    }

    private void answer(Optional<String> trouble) {
        busy.set(false);
        trouble.ifPresentOrElse(code -> problem.set(Notice.of(code, texts).brief(texts)), done);
    }
}
