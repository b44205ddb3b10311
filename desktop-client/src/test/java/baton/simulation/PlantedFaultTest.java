package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.Event;
import baton.protocol.ServerFrame;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A simulation that finds nothing proves nothing: each fault planted here, at a seam and not in
/// the product, must be found within [#SEEDS_MAX] seeds, and for the right reason.
final class PlantedFaultTest {
    private static final int SEEDS_MAX = 500;

    @Test
    void lostCommitIsFound() {
        mustBeFound(
                "expected",
                new Simulation.Planted() {
                    @Override
                    public MemoryStore store() {
                        return new MemoryStore() {
                            private int commits;

                            @Override
                            public void commit(List<StoreChange> changes) {
                                commits++;
                                if (commits % 50 != 0) {
                                    super.commit(changes);
                                }
                            }
                        };
                    }
                });
    }

    @Test
    void eventSkippedByTheStoreIsFound() {
        mustBeFound(
                " in ",
                new Simulation.Planted() {
                    @Override
                    public MemoryStore store() {
                        return new MemoryStore() {
                            private int stored;

                            @Override
                            void apply(StoreChange change) {
                                stored += change instanceof StoreChange.EventsStored ? 1 : 0;
                                boolean skipped =
                                        change instanceof StoreChange.EventsStored
                                                && stored % 40 == 0;
                                if (!skipped) {
                                    super.apply(change);
                                }
                            }
                        };
                    }
                });
    }

    @Test
    void outboxThatForgetsAtRestartIsFound() {
        mustBeFound(
                "lost:",
                new Simulation.Planted() {
                    @Override
                    public MemoryStore store() {
                        return new MemoryStore() {
                            @Override
                            public StoreSnapshot load() {
                                outbox.values()
                                        .removeIf(row ->
                                                row.state() instanceof OutboxRow.State.Waiting);
                                return super.load();
                            }
                        };
                    }
                });
    }

    @Test
    void clientSeqGivenOutTwiceIsFound() {
        mustBeFound(
                "lost:",
                new Simulation.Planted() {
                    @Override
                    public MemoryStore store() {
                        return new MemoryStore() {
                            @Override
                            public StoreSnapshot load() {
                                clientSeqs.clear();
                                return super.load();
                            }
                        };
                    }
                });
    }

    @Test
    void ackBeforeTheAppendIsFound() {
        mustBeFound(
                "lost:",
                new Simulation.Planted() {
                    @Override
                    public UnaryOperator<ConversationLog> log() {
                        return log -> new LogSeam(log, PlantedFaultTest::ackSometimesWithoutAppend);
                    }
                });
    }

    private static void ackSometimesWithoutAppend(
            ConversationLog log, Append append, Consumer<AppendOutcome> outcome) {
        if (append.clientSeq() % 20 == 0) {
            outcome.accept(new AppendOutcome.Duplicate(1, 1, append.at()));
        } else {
            log.append(append, outcome);
        }
    }

    @Test
    void relayThatForgetsToDeduplicateIsFound() {
        mustBeFound(
                "twice in the logs",
                new Simulation.Planted() {
                    @Override
                    public UnaryOperator<ConversationLog> log() {
                        return log -> new LogSeam(log, PlantedFaultTest::appendDuplicatesAgain);
                    }
                });
    }

    private static void appendDuplicatesAgain(
            ConversationLog log, Append append, Consumer<AppendOutcome> outcome) {
        log.append(
                append,
                first -> {
                    if (first instanceof AppendOutcome.Duplicate && append.clientSeq() % 7 == 0) {
                        log.append(next(append), second -> {});
                    }
                    outcome.accept(first);
                });
    }

    private static Append next(Append append) {
        return new Append(
                append.conversation(),
                append.author(),
                append.device(),
                append.fence(),
                append.clientSeq() + 1,
                append.id(),
                append.at(),
                append.seen(),
                append.claim(),
                append.body());
    }

    @Test
    void bodyAlteredOnTheWayIsFound() {
        mustBeFound(
                "log-mismatch",
                new Simulation.Planted() {
                    private int pages;

                    @Override
                    public ServerFrame arriving(ServerFrame frame) {
                        if (frame instanceof ServerFrame.Page page && page.events().size() > 1) {
                            pages++;
                            return pages % 30 == 0 ? withoutOne(page) : page;
                        }
                        return frame;
                    }
                });
    }

    /// A page in which one event stands twice and another is missing.
    private static ServerFrame withoutOne(ServerFrame.Page page) {
        List<Event> events = new ArrayList<>(page.events());
        events.set(events.size() - 1, events.getFirst());
        return new ServerFrame.Page(
                page.conversation(),
                page.epoch(),
                page.from(),
                page.to(),
                page.head(),
                page.push(),
                events);
    }

    @Test
    void beatWithoutRevisionIsFound() {
        mustBeFound(
                "expected",
                new Simulation.Planted() {
                    @Override
                    public ServerFrame arriving(ServerFrame frame) {
                        return frame instanceof ServerFrame.Beat beat
                                ? new ServerFrame.Beat(0, beat.at())
                                : frame;
                    }

                    @Override
                    public boolean losesPushesInCalm() {
                        return true;
                    }
                });
    }

    private static void mustBeFound(String how, Simulation.Planted planted) {
        for (long seed = 0; seed < SEEDS_MAX; seed++) {
            try {
                new Simulation(seed, planted).run();
            } catch (AssertionError found) {
                String why = String.valueOf(found.getMessage());
                assertTrue(why.contains(how), "found for another reason: " + why);
                return;
            }
        }
        fail("not found within " + SEEDS_MAX + " seeds");
    }
}
