package baton.simulation;

import baton.desktop.sync.StoreChange;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Target;
import baton.protocol.ServerFrame;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.KeptHistory;
import baton.relay.log.LogPage;
import baton.relay.log.LogShelf;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import baton.simulation.PlantedFault.Every;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Faults of what removes history.
final class TrimFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    PlantedFault.log(
                            "a trimmed event still counts as unread",
                            "tally before the floor|unread of",
                            log ->
                                    new BentMembers(
                                            log,
                                            (conversation, member) ->
                                                    isTrimmed(conversation, member.floor())
                                                            ? countingAll(member)
                                                            : member)),
                    new PlantedFault(
                            "a trim does not raise the floor at devices",
                            "floor of|asks again and again",
                            KeepsFloors::new),
                    PlantedFault.store(
                            "a device keeps what was trimmed",
                            "log of|matrix",
                            () ->
                                    new MemoryStore() {
                                        @Override
                                        void apply(StoreChange change) {
                                            if (!(change instanceof StoreChange.BodiesGone)) {
                                                super.apply(change);
                                            }
                                        }
                                    }),
                    new PlantedFault(
                            "a device asks for what is gone for ever",
                            "asks again and again|a register of",
                            () ->
                                    new Planted() {
                                        @Override
                                        public List<ServerFrame> down(ServerFrame frame) {
                                            return List.of(
                                                    WireFaults.bent(
                                                            frame, TrimFaults::withoutFloor));
                                        }
                                    }),
                    PlantedFault.log(
                            "the floor falls back",
                            "floor fell back|floor of|asks again and again",
                            log -> new BentMembers(log, new Falls())),
                    new PlantedFault(
                            "more is trimmed than is due",
                            "removed too early",
                            () ->
                                    new Planted() {
                                        @Override
                                        public LogShelf shelf(LogShelf shelf) {
                                            return new Greedy(shelf);
                                        }
                                    }),
                    PlantedFault.log(
                            "what is gone may be answered",
                            "should have been refused as \\[.*MESSAGE_GONE",
                            AnswersWhatIsGone::new));

    private TrimFaults() {}

    /// Changes what members are to a conversation, as it is told.
    private interface Bent {
        Membership bent(ConversationId conversation, Membership member);
    }

    private static final class BentMembers extends LogSeam {
        private final Bent bend;

        BentMembers(ConversationLog log, Bent bend) {
            super(log);
            this.bend = bend;
        }

        @Override
        public List<LogState> states(Collection<ConversationId> conversations) {
            return super.states(conversations).stream().map(this::bent).toList();
        }

        private LogState bent(LogState state) {
            Map<AccountId, Membership> members = new TreeMap<>();
            state.members()
                    .forEach((account, member) ->
                            members.put(account, bend.bent(state.conversation(), member)));
            return new LogState(
                    state.conversation(),
                    state.epoch(),
                    state.newest(),
                    state.preview(),
                    state.title(),
                    state.version(),
                    state.announced(),
                    state.guard(),
                    members,
                    state.notables());
        }
    }

    private static Membership countingAll(Membership member) {
        return new Membership(member.account(), member.floor(), 0, 0, member.own(), member.leave());
    }

    private static final class KeepsFloors implements Planted, Bent {
        private final Map<String, Membership> first = new HashMap<>();

        @Override
        public ConversationLog log(ConversationLog log) {
            return new BentMembers(log, this);
        }

        @Override
        public Membership bent(ConversationId conversation, Membership member) {
            Membership old =
                    first.computeIfAbsent(conversation + " " + member.account(), _ -> member);
            return new Membership(
                    member.account(),
                    old.floor(),
                    old.floorCount(),
                    old.floorOwn(),
                    member.own(),
                    member.leave());
        }
    }

    private static final class Falls implements Bent {
        private final Every every = new Every(3);

        @Override
        public Membership bent(ConversationId conversation, Membership member) {
            return isTrimmed(conversation, member.floor()) && every.isNow()
                    ? new Membership(member.account(), 1, 0, 0, member.own(), member.leave())
                    : member;
        }
    }

    /// Nobody joins a conversation later whose members its name says.
    private static boolean isTrimmed(ConversationId conversation, long floor) {
        return floor > 1 && !conversation.namedMembers().isEmpty();
    }

    private static Revised withoutFloor(Revised value) {
        return value.register() instanceof Register.Info info
                        && isTrimmed(info.conversation(), info.floor())
                ? new Revised(
                        value.revision(),
                        new Register.Info(
                                info.conversation(),
                                info.epoch(),
                                info.version(),
                                info.title(),
                                info.members(),
                                1,
                                0,
                                0,
                                info.left(),
                                info.guard()))
                : value;
    }

    private record Greedy(LogShelf shelf) implements LogShelf {
        @Override
        public Stretch walk(String from, KeptHistory kept, Instant now) {
            return shelf.walk(from, kept, now);
        }

        @Override
        public boolean trim(ConversationId conversation, KeptHistory kept, Instant now) {
            return shelf.trim(conversation, new KeptHistory(1, kept.age()), now);
        }
    }

    /// Lets what answers a message that is gone pass as an answer to nothing.
    private static final class AnswersWhatIsGone extends LogSeam {
        AnswersWhatIsGone(ConversationLog log) {
            super(log);
        }

        @Override
        public void append(Append append, Consumer<AppendOutcome> outcome) {
            boolean isAboutNothing =
                    append.body() instanceof EventBody.Message message
                            && !message.reply().isNone()
                            && isGone(append, message.reply());
            super.append(isAboutNothing ? answeringNothing(append) : append, outcome);
        }

        private boolean isGone(Append append, Target target) {
            Optional<LogPage> page =
                    super.page(append.conversation(), append.author(), target.seq(), target.seq());
            return page.filter(found -> found.events().isEmpty()).isPresent();
        }

        private static Append answeringNothing(Append append) {
            EventBody.Message message = (EventBody.Message) append.body();
            return new Append(
                    append.conversation(),
                    append.author(),
                    append.device(),
                    append.fence(),
                    append.clientSeq(),
                    append.id(),
                    append.at(),
                    append.terms(),
                    new EventBody.Message(message.text(), Target.NONE, message.mentions()));
        }
    }
}
