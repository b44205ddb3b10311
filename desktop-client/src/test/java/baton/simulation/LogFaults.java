package baton.simulation;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Tally;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.KnownTally;
import baton.relay.log.LogPage;
import baton.relay.log.LogState;
import baton.simulation.PlantedFault.Every;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Faults of the conversations' logs.
final class LogFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    PlantedFault.log("an ack precedes its append", "lost:", AcksWithoutAppend::new),
                    PlantedFault.log(
                            "a duplicate is stored again",
                            "twice in the logs|order of",
                            StoresDuplicates::new),
                    PlantedFault.log(
                            "a page leaves out its newest event",
                            "log of|outbox|order of",
                            LeavesOut::new),
                    PlantedFault.log(
                            "a log says announced too early",
                            "log of|does not know|head of|outbox|members of|claim of|guard of|title of",
                            AnnouncesEarly::new),
                    PlantedFault.log(
                            "a log is given up before it is announced",
                            "log of|does not know|head of|outbox|not quiet|members of",
                            SettlesEarly::new),
                    PlantedFault.log(
                            "a count of own messages is one off", "unread|tally", CountsWrong::new),
                    PlantedFault.log(
                            "a clientSeq may be skipped",
                            "order|lost:|twice|no reason|should have been refused",
                            AppendsAnyNumber::new));

    private LogFaults() {}

    private static final class AcksWithoutAppend extends LogSeam {
        AcksWithoutAppend(ConversationLog log) {
            super(log);
        }

        @Override
        public void append(Append append, Consumer<AppendOutcome> outcome) {
            if (append.clientSeq() % 5 == 0) {
                outcome.accept(new AppendOutcome.Duplicate(1, 1, append.at()));
            } else {
                super.append(append, outcome);
            }
        }
    }

    private static final class StoresDuplicates extends LogSeam {
        StoresDuplicates(ConversationLog log) {
            super(log);
        }

        @Override
        public void append(Append append, Consumer<AppendOutcome> outcome) {
            super.append(
                    append,
                    first -> {
                        if (first instanceof AppendOutcome.Duplicate) {
                            super.append(numbered(append, append.clientSeq() + 1), second -> {});
                        }
                        outcome.accept(first);
                    });
        }
    }

    private static final class AppendsAnyNumber extends LogSeam {
        AppendsAnyNumber(ConversationLog log) {
            super(log);
        }

        @Override
        public void append(Append append, Consumer<AppendOutcome> outcome) {
            super.append(
                    append,
                    first -> {
                        if (first instanceof AppendOutcome.Expected(long clientSeq)) {
                            super.append(numbered(append, clientSeq), outcome);
                        } else {
                            outcome.accept(first);
                        }
                    });
        }
    }

    private static Append numbered(Append append, long clientSeq) {
        return new Append(
                append.conversation(),
                append.author(),
                append.device(),
                append.fence(),
                clientSeq,
                append.id(),
                append.at(),
                append.terms(),
                append.body());
    }

    private static final class LeavesOut extends LogSeam {
        LeavesOut(ConversationLog log) {
            super(log);
        }

        @Override
        public Optional<LogPage> page(
                ConversationId conversation, AccountId account, long from, long to) {
            return super.page(conversation, account, from, to - 1);
        }
    }

    private static final class AnnouncesEarly extends LogSeam {
        private final Every every = new Every(5);

        AnnouncesEarly(ConversationLog log) {
            super(log);
        }

        @Override
        public List<LogState> states(Collection<ConversationId> conversations) {
            if (every.isNow()) {
                announced(super.states(conversations));
            }
            return super.states(conversations);
        }
    }

    private static final class SettlesEarly extends LogSeam {
        SettlesEarly(ConversationLog log) {
            super(log);
        }

        @Override
        public void append(Append append, Consumer<AppendOutcome> outcome) {
            super.append(
                    append,
                    result -> {
                        settled(append.conversation(), Long.MAX_VALUE);
                        outcome.accept(result);
                    });
        }
    }

    private static final class CountsWrong extends LogSeam {
        CountsWrong(ConversationLog log) {
            super(log);
        }

        @Override
        public KnownTally tallyAt(
                ConversationId conversation, AccountId account, long seq, KnownTally known) {
            KnownTally right = super.tallyAt(conversation, account, seq, known);
            Tally tally = right.tally();
            return tally.own() > 0
                    ? new KnownTally(right.seq(), new Tally(tally.count(), tally.own() - 1))
                    : right;
        }
    }
}
