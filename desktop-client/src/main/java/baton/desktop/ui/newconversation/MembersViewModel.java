package baton.desktop.ui.newconversation;

import baton.desktop.runtime.Intents;
import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.store.ConversationRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.notices.Notice;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.ConversationId.Kind;
import baton.model.Member;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who takes part in one conversation, and the two steps that change it: inviting and leaving. FX
/// thread.
final class MembersViewModel {
    private final ConversationId id;
    private final Intents intents;
    private final Executor ui;
    private final Texts texts;
    private final Finder finder;
    private final Runnable left;
    private final ObservableList<Member> members = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changeable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper leaveProblem = new ReadOnlyStringWrapper("");
    private final StringProperty handle = new SimpleStringProperty("");
    private final BooleanProperty leaving = new SimpleBooleanProperty();

    /// @param ui the FX thread
    /// @param left called on the FX thread once leaving is stored
    MembersViewModel(
            ConversationId id,
            Finder finder,
            Intents intents,
            Executor ui,
            Texts texts,
            Runnable left) {
        this.id = id;
        this.finder = finder;
        this.intents = intents;
        this.ui = ui;
        this.texts = texts;
        this.left = left;
        handle.addListener((observed, before, now) -> finder.clear());
    }

    ObservableList<Member> members() {
        return members;
    }

    /// `3 members`
    ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /// Whether people can come and go: in groups, as long as one belongs to it.
    ReadOnlyBooleanProperty changeableProperty() {
        return changeable.getReadOnlyProperty();
    }

    StringProperty handleProperty() {
        return handle;
    }

    ReadOnlyStringProperty handleProblemProperty() {
        return finder.problemProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return finder.busyProperty();
    }

    /// Whether the question "really leave?" is open.
    BooleanProperty leavingProperty() {
        return leaving;
    }

    ReadOnlyStringProperty leaveProblemProperty() {
        return leaveProblem.getReadOnlyProperty();
    }

    void show(Optional<ConversationRow> row) {
        members.setAll(row.map(ConversationRow::members).orElse(java.util.List.of()));
        heading.set(texts.format("newconversation.members", members.size()));
        changeable.set(id.kind() == Kind.GROUP && row.filter(one -> !one.left()).isPresent());
    }

    void invite() {
        boolean there =
                AccountId.parse(handle.get())
                        .filter(one -> members.stream().anyMatch(m -> m.account().equals(one)))
                        .isPresent();
        if (there) {
            finder.complain(texts.get("newconversation.handle.twice"));
            return;
        }
        finder.find(
                handle.get(),
                person ->
                        intents.invite(
                                id,
                                person.account(),
                                outcome -> ui.execute(() -> onInvited(outcome))));
    }

    void leave() {
        intents.leave(id, outcome -> ui.execute(() -> onLeft(outcome)));
    }

    private void onInvited(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored stored -> handle.set("");
            case Outcome.Rejected rejected ->
                    finder.complain(Notice.of(rejected.code(), texts).brief(texts));
        }
    }

    private void onLeft(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored stored -> left.run();
            case Outcome.Rejected rejected ->
                    leaveProblem.set(Notice.of(rejected.code(), texts).brief(texts));
        }
    }
}
