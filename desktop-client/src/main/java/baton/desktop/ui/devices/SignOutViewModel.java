package baton.desktop.ui.devices;

import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.model.EventBody;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The question before this device is signed out: which messages have not left it yet. FX thread.
final class SignOutViewModel {
    private static final int SHOWN_MAX = 3;
    private static final int TEXT_MAX = 60;

    private final Texts texts;
    private final SignOut signOut;
    private final Executor network;
    private final Executor ui;
    private final Runnable done;
    private final ReadOnlyStringWrapper unsent = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param network may block
    /// @param ui the FX thread
    /// @param done called on the FX thread once the device is signed out
    SignOutViewModel(Texts texts, SignOut signOut, Executor network, Executor ui, Runnable done) {
        this.texts = texts;
        this.signOut = signOut;
        this.network = network;
        this.ui = ui;
        this.done = done;
    }

    /// What has not been sent, as a warning; empty if there is nothing.
    ReadOnlyStringProperty unsentProperty() {
        return unsent.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Looks up what waits to be sent.
    void look(StoreReader store, Reads.Lane lane) {
        lane.read(store::outbox, this::warn);
    }

    void confirm() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        network.execute(this::ask);
    }

    private void ask() {
        try {
            Optional<String> trouble = signOut.perform();
            ui.execute(() -> answer(trouble));
        } catch (RuntimeException bug) {
            ui.execute(() -> answer(Optional.of(LocalTrouble.UNEXPECTED.code())));
            throw bug;
        }
    }

    private void answer(Optional<String> trouble) {
        busy.set(false);
        trouble.ifPresentOrElse(code -> problem.set(Notice.of(code, texts).brief(texts)), done);
    }

    private void warn(List<TimelineRow.Pending> outbox) {
        if (outbox.isEmpty()) {
            unsent.set("");
            return;
        }
        StringBuilder lines =
                new StringBuilder(texts.format("devices.sign-out.unsent", outbox.size()));
        outbox.stream()
                .limit(SHOWN_MAX)
                .forEach(row -> lines.append('\n').append(quote(row.body())));
        if (outbox.size() > SHOWN_MAX) {
            lines.append('\n')
                    .append(texts.format("devices.sign-out.more", outbox.size() - SHOWN_MAX));
        }
        unsent.set(lines.toString());
    }

    private String quote(EventBody body) {
        if (!(body instanceof EventBody.Message message)) {
            return texts.get("devices.sign-out.change");
        }
        String line = message.text().strip().replaceAll("\\s+", " ");
        String cut =
                line.codePointCount(0, line.length()) <= TEXT_MAX
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, TEXT_MAX)) + "…";
        return texts.format("devices.sign-out.quote", cut);
    }
}
