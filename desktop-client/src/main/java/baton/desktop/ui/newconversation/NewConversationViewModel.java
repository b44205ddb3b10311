package baton.desktop.ui.newconversation;

import baton.desktop.runtime.Intents;
import baton.desktop.runtime.Intents.Outcome;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.notices.Notice;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Member;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Whom to write to: one person by handle, or a group with a title and people as chips. FX thread.
final class NewConversationViewModel {
    private final AccountId self;
    private final Intents intents;
    private final Executor ui;
    private final Texts texts;
    private final Finder finder;
    private final Consumer<ConversationId> chosen;
    private final BooleanProperty group = new SimpleBooleanProperty();
    private final StringProperty handle = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper titleProblem = new ReadOnlyStringWrapper("");
    private final ObservableList<Member> members = FXCollections.observableArrayList();

    /// @param ui the FX thread
    /// @param chosen called on the FX thread with the conversation to open
    NewConversationViewModel(
            AccountId self,
            Finder finder,
            Intents intents,
            Executor ui,
            Texts texts,
            Consumer<ConversationId> chosen) {
        this.self = self;
        this.finder = finder;
        this.intents = intents;
        this.ui = ui;
        this.texts = texts;
        this.chosen = chosen;
        group.addListener((observed, before, now) -> clearProblems());
        handle.addListener((observed, before, now) -> finder.clear());
        title.addListener((observed, before, now) -> titleProblem.set(""));
    }

    BooleanProperty groupProperty() {
        return group;
    }

    StringProperty handleProperty() {
        return handle;
    }

    StringProperty titleProperty() {
        return title;
    }

    /// People of the group to be, oneself left out.
    ObservableList<Member> members() {
        return members;
    }

    ReadOnlyStringProperty handleProblemProperty() {
        return finder.problemProperty();
    }

    ReadOnlyStringProperty titleProblemProperty() {
        return titleProblem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return finder.busyProperty();
    }

    /// Enter in the field of the handle: opens the conversation, or adds a chip.
    void enterHandle() {
        if (group.get()) {
            addMember(() -> {});
        } else if (AccountId.parse(handle.get()).filter(self::equals).isPresent()) {
            chosen.accept(ConversationId.notes(self));
        } else {
            finder.find(
                    handle.get(),
                    person -> chosen.accept(ConversationId.direct(self, person.account())));
        }
    }

    /// The button: opens the conversation, or creates the group, a handle still in the field
    /// included.
    void submit() {
        if (!group.get()) {
            enterHandle();
        } else if (handle.get().isBlank()) {
            create();
        } else {
            addMember(this::create);
        }
    }

    void remove(Member member) {
        members.remove(member);
    }

    private void addMember(Runnable then) {
        boolean there =
                AccountId.parse(handle.get())
                        .filter(id -> members.stream().anyMatch(one -> one.account().equals(id)))
                        .isPresent();
        if (there) {
            finder.complain(texts.get("newconversation.handle.twice"));
            return;
        }
        finder.find(
                handle.get(),
                person -> {
                    members.add(person);
                    handle.set("");
                    then.run();
                });
    }

    private void create() {
        String name = title.get().strip();
        if (name.isEmpty() || name.length() > Limits.TITLE_CHARS_MAX) {
            titleProblem.set(texts.format("newconversation.title.wanted", Limits.TITLE_CHARS_MAX));
            return;
        }
        if (members.isEmpty()) {
            finder.complain(texts.get("newconversation.members.wanted"));
            return;
        }
        List<AccountId> accounts = members.stream().map(Member::account).toList();
        // The outcome may come before the id is answered here; it is looked at a turn later.
        AtomicReference<ConversationId> created = new AtomicReference<>();
        created.set(
                intents.createGroup(
                        name,
                        accounts,
                        outcome -> ui.execute(() -> answer(outcome, created.get()))));
    }

    private void answer(Outcome outcome, ConversationId id) {
        switch (outcome) {
            case Outcome.Stored stored -> chosen.accept(id);
            case Outcome.Rejected rejected ->
                    titleProblem.set(Notice.of(rejected.code(), texts).brief(texts));
        }
    }

    private void clearProblems() {
        finder.clear();
        titleProblem.set("");
    }
}
