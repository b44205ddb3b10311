package baton.desktop.ui;

import baton.desktop.runtime.Intents;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.List;
import java.util.function.Consumer;

/** What a window may ask of a {@link SampleDevice} that only writes it down. */
interface SampleActions extends Intents {

    /** Writes down what was asked. */
    void note(String asked);

    private void note(String asked, Consumer<Outcome> done) {
        note(asked);
        done.accept(new Outcome.Stored());
    }

    @Override
    default void edit(
            ConversationId conversation,
            Target target,
            String text,
            List<AccountId> mentions,
            Consumer<Outcome> done) {
        note("edit " + conversation + " " + target.seq() + " " + text, done);
    }

    @Override
    default void recall(ConversationId conversation, Target target, Consumer<Outcome> done) {
        note("recall " + conversation + " " + target.seq(), done);
    }

    @Override
    default void react(
            ConversationId conversation,
            Target target,
            String emoji,
            boolean on,
            Consumer<Outcome> done) {
        note("react " + conversation + " " + target.seq() + " " + emoji + " " + on, done);
    }

    @Override
    default void guard(ConversationId conversation, boolean on, Consumer<Outcome> done) {
        note("guard " + conversation + " " + on, done);
    }

    @Override
    default void claim(ConversationId conversation, boolean force, Consumer<Outcome> done) {
        note("claim " + conversation + " " + force, done);
    }

    @Override
    default void release(ConversationId conversation, Consumer<Outcome> done) {
        note("release " + conversation, done);
    }

    @Override
    default void rename(ConversationId conversation, String title, Consumer<Outcome> done) {
        note("rename " + conversation + " " + title, done);
    }

    @Override
    default void markAllRead() {
        note("markAllRead");
    }

    @Override
    default void set(String name, String scope, String value) {
        note("set " + name + " " + scope + " " + value);
    }

    @Override
    default void typing(ConversationId conversation, boolean on) {
        note("typing " + conversation + " " + on);
    }

    @Override
    default void watch(List<AccountId> accounts) {
        note("watch " + accounts);
    }
}
