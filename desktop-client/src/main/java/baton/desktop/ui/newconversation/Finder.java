package baton.desktop.ui.newconversation;

import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.AccountEntry.Lookup;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.model.AccountId;
import baton.model.Member;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Turns a typed handle into a person by asking the relay, or into a sentence why not. FX thread.
final class Finder {
    private final AccountId self;
    private final AccountEntry entry;
    private final Threads threads;
    private final Texts texts;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    Finder(AccountId self, AccountEntry entry, Threads threads, Texts texts) {
        this.self = self;
        this.entry = entry;
        this.threads = threads;
        this.texts = texts;
    }

    /// Empty if there is nothing to complain about.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void complain(String sentence) {
        problem.set(sentence);
    }

    void clear() {
        problem.set("");
    }

    /// Looks a handle up; `found` is called on the FX thread unless there is something to complain
    /// about.
    void find(String typed, Consumer<Member> found) {
        if (busy.get()) {
            return;
        }
        clear();
        Optional<AccountId> account = AccountId.parse(typed);
        if (account.isEmpty()) {
            complain(texts.get("newconversation.handle.wanted"));
        } else if (account.get().equals(self)) {
            complain(texts.get("newconversation.handle.self"));
        } else {
            busy.set(true);
            threads.ask(
                    () -> entry.find(account.get()),
                    new Lookup.Failed(LocalTrouble.UNEXPECTED.code()),
                    lookup -> answer(account.get(), lookup, found));
        }
    }

    private void answer(AccountId account, Lookup lookup, Consumer<Member> found) {
        busy.set(false);
        switch (lookup) {
            case Lookup.Found person -> found.accept(new Member(person.account(), person.name()));
            case Lookup.Unknown unknown ->
                    complain(texts.format("newconversation.handle.unknown", account.handle()));
            case Lookup.Failed failed -> complain(Notice.of(failed.code(), texts).brief(texts));
        }
    }
}
