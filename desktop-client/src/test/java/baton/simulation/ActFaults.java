package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Refusal;
import baton.model.Register;
import baton.protocol.ServerFrame;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.rules.EventFold;
import baton.rules.EventFold.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Faults of what is said about messages and conversations: edits, recalls, reactions, mentions,
/// guards, claims.
final class ActFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    PlantedFault.store(
                            "a recall keeps the text on a device", "log of", KeepsTexts::new),
                    PlantedFault.store(
                            "an older edit wins",
                            "shown at",
                            () -> showing(said -> withoutLast(said, EventBody.Edited.class))),
                    PlantedFault.store(
                            "a reaction is not taken back",
                            "shown at",
                            () ->
                                    showing(said ->
                                            said.stream()
                                                    .filter(ActFaults::isNoTakingBack)
                                                    .toList())),
                    new PlantedFault(
                            "somebody edits what another one wrote",
                            "not by its author",
                            LetsEdits::new),
                    PlantedFault.log(
                            "the guard is ignored",
                            "should have been refused as \\[.*STALE_REPLY",
                            log ->
                                    new Bending(
                                            log,
                                            append ->
                                                    saying(
                                                            append,
                                                            new Append.Terms(
                                                                    1L << 40,
                                                                    append.terms().claim(),
                                                                    false),
                                                            append.body()))),
                    PlantedFault.log(
                            "the epoch of a claim is ignored",
                            "should have been refused as \\[.*CLAIM_LOST",
                            log ->
                                    new Bending(
                                            log,
                                            append ->
                                                    saying(
                                                            append,
                                                            new Append.Terms(
                                                                    append.terms().seen(),
                                                                    0,
                                                                    false),
                                                            append.body()))),
                    PlantedFault.log(
                            "every claim is taken by force",
                            "should have been refused as \\[.*CLAIM_HELD|keeps another body",
                            log -> new Bending(log, ActFaults::forced)),
                    feed(
                            "a mention is counted after its recall",
                            "mentions of|a register of|audit",
                            RemembersMentions::new),
                    feed(
                            "a recalled message counts as unread",
                            "unread of|a register of|audit",
                            () ->
                                    (account, register) ->
                                            register instanceof Register.Notable places
                                                    ? new Register.Notable(
                                                            places.conversation(),
                                                            places.epoch(),
                                                            places.seq(),
                                                            List.of(),
                                                            places.mentions())
                                                    : register),
                    feed(
                            "a preview shows what was recalled",
                            "preview of|a register of",
                            RemembersPreviews::new),
                    feed(
                            "everybody is shown as a member",
                            "membership of|a register of",
                            () ->
                                    (account, register) ->
                                            register instanceof Register.Info info
                                                    ? asMember(info)
                                                    : register),
                    new PlantedFault(
                            "a refused send is called stored",
                            "lost:",
                            () ->
                                    new Planted() {
                                        @Override
                                        public List<ServerFrame> down(ServerFrame frame) {
                                            return List.of(
                                                    frame instanceof ServerFrame.Refused refused
                                                            ? acked(refused)
                                                            : frame);
                                        }
                                    }));

    private ActFaults() {}

    /// Changes what is written to an account's registers.
    interface Bent {
        Register bent(AccountId account, Register register);
    }

    private static PlantedFault feed(String name, String symptom, Supplier<? extends Bent> bend) {
        return new PlantedFault(name, symptom, () -> new BentFeed(bend.get()));
    }

    private static final class KeepsTexts extends MemoryStore {
        @Override
        void recall(ConversationId conversation, MessageId message, AccountId author) {}
    }

    private static MemoryStore showing(UnaryOperator<List<Said>> bend) {
        return new MemoryStore() {
            @Override
            Folded shown(Event message, List<Said> said) {
                return EventFold.of(message, bend.apply(said));
            }
        };
    }

    private static List<Said> withoutLast(List<Said> said, Class<? extends EventBody> kind) {
        List<Said> all = new ArrayList<>(said);
        List<Said> some = all.stream().filter(each -> kind.isInstance(each.body())).toList();
        if (some.size() > 1) {
            all.remove(some.getLast());
        }
        return all;
    }

    private static boolean isNoTakingBack(Said said) {
        return !(said.body() instanceof EventBody.Reacted reacted) || reacted.on();
    }

    private static Append saying(Append append, Append.Terms terms, EventBody body) {
        return new Append(
                append.conversation(),
                append.author(),
                append.device(),
                append.fence(),
                append.clientSeq(),
                append.id(),
                append.at(),
                terms,
                body);
    }

    private static Append forced(Append append) {
        return append.body() instanceof EventBody.Claimed
                ? saying(append, append.terms(), new EventBody.Claimed(true))
                : append;
    }

    private static ServerFrame acked(ServerFrame.Refused refused) {
        boolean isForGood = Refusal.ofCode(refused.code()).filter(Refusal::isPermanent).isPresent();
        return isForGood
                ? new ServerFrame.Ack(
                        refused.conversation(), refused.clientSeq(), 1, 1, World.START)
                : refused;
    }

    private static Register asMember(Register.Info info) {
        return new Register.Info(
                info.conversation(),
                info.epoch(),
                info.version(),
                info.title(),
                info.members(),
                info.floor(),
                info.floorCount(),
                info.floorOwn(),
                false,
                info.guard());
    }

    private static final class Bending extends LogSeam {
        private final UnaryOperator<Append> bend;

        Bending(ConversationLog log, UnaryOperator<Append> bend) {
            super(log);
            this.bend = bend;
        }

        @Override
        public void append(Append append, Consumer<AppendOutcome> outcome) {
            super.append(bend.apply(append), outcome);
        }
    }

    /// Takes an edit for the author's own, whichever node the message went through.
    private static final class LetsEdits implements Planted {
        private final Map<MessageId, AccountId> authors = new HashMap<>();

        @Override
        public ConversationLog log(ConversationLog log) {
            return new Bending(log, this::bent);
        }

        private Append bent(Append append) {
            AccountId author =
                    append.body() instanceof EventBody.Edited edited
                            ? authors.getOrDefault(edited.target().id(), append.author())
                            : append.author();
            authors.put(append.id(), append.author());
            return by(author, append);
        }

        private static Append by(AccountId author, Append append) {
            return new Append(
                    append.conversation(),
                    author,
                    append.device(),
                    append.fence(),
                    append.clientSeq(),
                    append.id(),
                    append.at(),
                    append.terms(),
                    append.body());
        }
    }

    private static final class RemembersMentions implements Bent {
        private final Map<String, Set<Long>> known = new TreeMap<>();

        @Override
        public Register bent(AccountId account, Register register) {
            if (!(register instanceof Register.Notable places)) {
                return register;
            }
            Set<Long> all = known.computeIfAbsent(account + places.key(), key -> new TreeSet<>());
            all.addAll(places.mentions());
            return new Register.Notable(
                    places.conversation(),
                    places.epoch(),
                    places.seq(),
                    places.recalled(),
                    List.copyOf(all));
        }
    }

    private static final class RemembersPreviews implements Bent {
        private final Map<String, Preview> known = new TreeMap<>();

        @Override
        public Register bent(AccountId account, Register register) {
            if (!(register instanceof Register.Head head)) {
                return register;
            }
            boolean isGone = head.preview().kind().equals(EventBody.Gone.KIND);
            String key = account + head.key();
            Preview shown = isGone ? known.getOrDefault(key, head.preview()) : head.preview();
            known.put(key, shown);
            return new Register.Head(
                    head.conversation(),
                    head.epoch(),
                    head.seq(),
                    head.count(),
                    head.own(),
                    head.digest(),
                    head.at(),
                    shown);
        }
    }

    /// Changes registers on their way into the feed.
    record BentFeed(Bent bend) implements Planted {
        @Override
        public baton.relay.feed.AccountFeed feed(baton.relay.feed.AccountFeed feed) {
            return new FeedSeam(feed) {
                @Override
                public List<baton.relay.feed.Written> write(List<AccountChanges> changes) {
                    return super.write(changes.stream().map(BentFeed.this::bent).toList());
                }
            };
        }

        private AccountChanges bent(AccountChanges changes) {
            return new AccountChanges(
                    changes.account(),
                    changes.changes().stream()
                            .map(change -> bent(changes.account(), change))
                            .toList());
        }

        private Change bent(AccountId account, Change change) {
            return switch (change) {
                case Change.Raise raise -> new Change.Raise(bend.bent(account, raise.register()));
                case Change.Put put -> new Change.Put(bend.bent(account, put.register()));
                case Change.Swap swap -> swap;
                case Change.Return back -> back;
            };
        }
    }
}
