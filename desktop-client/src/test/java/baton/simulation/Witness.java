package baton.simulation;

import baton.model.AccountId;
import baton.model.EventBody;
import baton.model.Register;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.AccountFeed;
import baton.relay.feed.Change;
import baton.relay.feed.Written;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Sees what the relay's ports were really asked and what they answered, behind every planted
/// fault.
final class Witness {
    private final World world;
    private final Set<String> draftsThatStood = new TreeSet<>();
    private final Map<String, Long> draftRevisions = new TreeMap<>();

    Witness(World world) {
        this.world = world;
    }

    /// Whether the relay ever held this text as the draft of an account.
    boolean stood(AccountId account, String text) {
        return draftsThatStood.contains(account + " " + text);
    }

    ConversationLog watch(ConversationLog log) {
        return new LogSeam(log) {
            @Override
            public void append(Append append, Consumer<AppendOutcome> outcome) {
                super.append(
                        append,
                        result -> {
                            note(append, result);
                            outcome.accept(result);
                        });
            }
        };
    }

    private void note(Append append, AppendOutcome result) {
        switch (result) {
            case AppendOutcome.Stored stored ->
                    world.tell(() ->
                            "%s has %s of %s at seq %d"
                                    .formatted(
                                            append.conversation(),
                                            words(append.body()),
                                            append.device(),
                                            stored.event().seq()));
            case AppendOutcome.Duplicate duplicate ->
                    world.tell(() ->
                            "%s has %s of %s already, at seq %d"
                                    .formatted(
                                            append.conversation(),
                                            words(append.body()),
                                            append.device(),
                                            duplicate.seq()));
            default ->
                    world.tell(() ->
                            "%s does not take %s of %s: %s"
                                    .formatted(
                                            append.conversation(),
                                            words(append.body()),
                                            append.device(),
                                            result));
        }
    }

    /// An event in words; nothing that is said here is anybody's secret.
    static String words(EventBody body) {
        return body instanceof EventBody.Message message
                ? message.text().isEmpty() ? "a blank" : message.text()
                : "\"" + body.kind() + "\"";
    }

    AccountFeed watch(AccountFeed feed) {
        return new FeedSeam(feed) {
            @Override
            public List<Written> write(List<AccountChanges> changes) {
                List<Written> written = super.write(changes);
                for (int i = 0; i < changes.size(); i++) {
                    note(changes.get(i), written.get(i));
                }
                return written;
            }
        };
    }

    private void note(AccountChanges changes, Written written) {
        for (int i = 0; i < changes.changes().size(); i++) {
            Change change = changes.changes().get(i);
            Written.Result result = written.results().get(i);
            if (result.isAccepted() && change.register() instanceof Register.Draft draft) {
                mustKnowWhatItReplaces(changes.account(), change, result.revision());
                draftsThatStood.add(changes.account() + " " + draft.text());
                world.tell(() ->
                        "the draft of "
                                + changes.account()
                                + " in "
                                + draft.conversation()
                                + " is now "
                                + quoted(draft.text()));
            }
        }
    }

    /// Whoever replaces a draft has seen it, or else what was typed would be gone.
    private void mustKnowWhatItReplaces(AccountId account, Change change, long revision) {
        String draft = account + " " + change.register().key();
        long stood = draftRevisions.getOrDefault(draft, 0L);
        boolean isKnown = change instanceof Change.Swap swap && swap.basis() == stood;
        if (!isKnown) {
            throw new AssertionError("lost what was typed: replaced unseen, " + draft);
        }
        draftRevisions.put(draft, revision);
    }

    static String quoted(String text) {
        return text.isEmpty() ? "empty" : text;
    }
}
