package baton.simulation;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SettingNames;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.AccountFeed;
import baton.relay.feed.Change;
import baton.relay.feed.FeedPage;
import baton.relay.feed.Written;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.Offer;
import baton.simulation.Happened.What;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/// Sees what the relay's ports were really asked and what they answered, behind every planted
/// fault.
final class Witness {
    private final World world;
    private final Happened happened;
    private final Set<String> draftsThatStood = new TreeSet<>();
    private final Map<String, Long> draftRevisions = new TreeMap<>();
    private final Map<AccountId, Boolean> isSecret = new TreeMap<>();
    private final Chronicle chronicle = new Chronicle();

    Witness(World world, Happened happened) {
        this.world = world;
        this.happened = happened;
    }

    /// The store went back: what stands as drafts now is what somebody has to have seen, and who
    /// hides what it has read is not known again before a device gives that back.
    void wentBack(Function<AccountId, FeedPage> feeds) {
        draftRevisions.clear();
        isSecret.clear();
        for (AccountId account : Cast.ACCOUNTS) {
            for (Revised stands : feeds.apply(account).registers()) {
                if (stands.register() instanceof Register.Draft draft) {
                    draftRevisions.put(account + " " + draft.key(), stands.revision());
                } else if (stands.register() instanceof Register.Setting setting) {
                    note(account, setting);
                }
            }
        }
    }

    /// Whether the relay ever held this text as the draft of an account.
    boolean stood(AccountId account, String text) {
        return draftsThatStood.contains(account + " " + text);
    }

    Chronicle chronicle() {
        return chronicle;
    }

    ConversationLog watch(ConversationLog log) {
        return new LogSeam(log) {
            @Override
            public void append(Append append, Consumer<AppendOutcome> outcome) {
                super.append(
                        append,
                        result -> {
                            note(append, result);
                            if (result instanceof AppendOutcome.Refused refused) {
                                chronicle.refused(
                                        append,
                                        refused.refusal(),
                                        super.states(List.of(append.conversation())).stream()
                                                .findFirst());
                            }
                            outcome.accept(result);
                        });
            }

            @Override
            public void offer(Offer offer, Consumer<AppendOutcome> outcome) {
                happened.count(What.OFFERS);
                super.offer(
                        offer,
                        result -> {
                            note(offer, result);
                            outcome.accept(result);
                        });
            }
        };
    }

    private void note(Offer offer, AppendOutcome result) {
        Event event = offer.event();
        if (result instanceof AppendOutcome.Stored stored) {
            chronicle.restored(offer.conversation(), event, stored.event().seq());
            happened.count(What.RESTORED);
        }
        world.tell(() ->
                "%s is offered %s, number %d of %s: %s"
                        .formatted(
                                offer.conversation(),
                                words(event.body()),
                                event.clientSeq(),
                                event.device(),
                                result instanceof AppendOutcome.Stored done
                                        ? "at seq " + done.event().seq()
                                        : result));
    }

    private void note(Append append, AppendOutcome result) {
        switch (result) {
            case AppendOutcome.Stored stored -> {
                chronicle.stored(append, stored.event().seq());
                world.tell(() ->
                        "%s has %s of %s at seq %d"
                                .formatted(
                                        append.conversation(),
                                        words(append.body()),
                                        append.device(),
                                        stored.event().seq()));
            }
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
        return switch (body) {
            case EventBody.Message message when message.text().isEmpty() -> "a blank";
            case EventBody.Message message when message.reply().isNone() -> message.text();
            case EventBody.Message message ->
                    message.text() + " answering " + message.reply().seq();
            case EventBody.Edited edited -> edited.text() + " for " + edited.target().seq();
            case EventBody.Recalled recalled -> "the recall of " + recalled.target().seq();
            case EventBody.Reacted reacted ->
                    (reacted.on() ? "" : "no ")
                            + reacted.emoji()
                            + " for "
                            + reacted.target().seq();
            case EventBody.Invited invited -> "the invitation of " + invited.account();
            default -> "\"" + body.kind() + "\"";
        };
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
            mustNotTellOfReading(changes.account(), change.register());
            if (result.isAccepted() && change.register() instanceof Register.Setting setting) {
                note(changes.account(), setting);
            }
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

    private void note(AccountId account, Register.Setting setting) {
        if (setting.name().equals(SettingNames.RECEIPTS)) {
            isSecret.put(account, setting.value().equals(SettingNames.OFF));
        }
    }

    /// Whoever has switched receipts off tells nobody how far it got.
    private void mustNotTellOfReading(AccountId told, Register register) {
        Optional<AccountId> by =
                switch (register) {
                    case Register.ReadBy read -> Optional.of(read.by());
                    case Register.Delivered delivered -> Optional.of(delivered.by());
                    default -> Optional.empty();
                };
        if (by.filter(account -> !account.equals(told) && isSecret.getOrDefault(account, false))
                .isPresent()) {
            throw new AssertionError(told + " is told of what was read by " + by.get());
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
