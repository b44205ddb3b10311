package baton.simulation;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Outlet;
import baton.desktop.sync.Standing;
import baton.desktop.sync.SyncInput;
import baton.model.Event;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.simulation.PlantedFault.Every;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Faults between engine and relay: frames, wake-ups, inputs.
final class WireFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    down(
                            "an event of a page is replaced",
                            "log-mismatch",
                            () -> {
                                Every every = new Every(5);
                                return frame ->
                                        frame instanceof ServerFrame.Page page
                                                        && page.events().size() > 1
                                                        && every.isNow()
                                                ? List.of(withoutLast(page))
                                                : List.of(frame);
                            }),
                    new PlantedFault(
                            "a beat names no revision",
                            "log of|register|to tell|outbox|head of",
                            () ->
                                    new Planted() {
                                        @Override
                                        public List<ServerFrame> down(ServerFrame frame) {
                                            return List.of(
                                                    frame instanceof ServerFrame.Beat beat
                                                            ? new ServerFrame.Beat(0, beat.at())
                                                            : frame);
                                        }

                                        @Override
                                        public boolean losesPushesInCalm() {
                                            return true;
                                        }
                                    }),
                    down(
                            "an answer to a draft names a later revision",
                            "typed|drafts to tell",
                            () ->
                                    frame ->
                                            List.of(
                                                    frame instanceof ServerFrame.Drafted drafted
                                                            ? new ServerFrame.Drafted(
                                                                    drafted.conversation(),
                                                                    drafted.accepted(),
                                                                    drafted.revision() + 1,
                                                                    drafted.ticket())
                                                            : frame)),
                    down(
                            "an ack covers the next send too",
                            "outbox|lost:",
                            () ->
                                    frame ->
                                            frame instanceof ServerFrame.Ack ack
                                                    ? List.of(ack, ofNext(ack))
                                                    : List.of(frame)),
                    down(
                            "a feed frame hides the gap before it",
                            "register|to tell|outbox|log of|head of|does not know",
                            () ->
                                    frame ->
                                            List.of(
                                                    frame instanceof ServerFrame.Feed feed
                                                            ? new ServerFrame.Feed(
                                                                    0,
                                                                    feed.to(),
                                                                    feed.newest(),
                                                                    feed.remaining(),
                                                                    feed.registers())
                                                            : frame)),
                    down(
                            "the numbers of a register cannot be true",
                            "had troubles",
                            () -> frame -> List.of(bent(frame, WireFaults::impossible))),
                    up(
                            "read marks never arrive",
                            "read marks to tell",
                            () ->
                                    frame ->
                                            frame instanceof ClientFrame.Mark
                                                    ? List.of()
                                                    : List.of(frame)),
                    up(
                            "nothing is asked again after the first sync",
                            "register|current|to tell|outbox|log of|head of|does not know",
                            () ->
                                    frame ->
                                            frame instanceof ClientFrame.Sync sync
                                                            && sync.revision() > 0
                                                    ? List.of()
                                                    : List.of(frame)),
                    new PlantedFault(
                            "wake-ups do not come",
                            "lost:|not current|outbox|to tell|register|log of",
                            () ->
                                    new Planted() {
                                        @Override
                                        public Outlet outlet(Outlet outlet) {
                                            return new Sleeper(outlet);
                                        }
                                    }),
                    new PlantedFault(
                            "old history is never fetched again",
                            "log of|matrix|outbox",
                            () ->
                                    new Planted() {
                                        @Override
                                        public List<SyncInput> input(SyncInput input) {
                                            return List.of(
                                                    input instanceof SyncInput.FetchHistory
                                                            ? new SyncInput.FetchHistory(false)
                                                            : input);
                                        }
                                    }));

    private WireFaults() {}

    /// A frame of the feed with other registers; any other frame as it is.
    static ServerFrame bent(ServerFrame frame, UnaryOperator<Revised> bend) {
        return frame instanceof ServerFrame.Feed feed
                ? new ServerFrame.Feed(
                        feed.from(),
                        feed.to(),
                        feed.newest(),
                        feed.remaining(),
                        feed.registers().stream().map(bend).toList())
                : frame;
    }

    /// More own messages than messages.
    private static Revised impossible(Revised value) {
        return value.register() instanceof Register.Head head
                ? new Revised(
                        value.revision(),
                        new Register.Head(
                                head.conversation(),
                                head.epoch(),
                                head.seq(),
                                head.count(),
                                head.count() + 1,
                                head.digest(),
                                head.at(),
                                head.preview()))
                : value;
    }

    private static PlantedFault down(
            String name, String symptom, Supplier<Function<ServerFrame, List<ServerFrame>>> bend) {
        return new PlantedFault(
                name,
                symptom,
                () -> {
                    Function<ServerFrame, List<ServerFrame>> bent = bend.get();
                    return new Planted() {
                        @Override
                        public List<ServerFrame> down(ServerFrame frame) {
                            return bent.apply(frame);
                        }
                    };
                });
    }

    private static PlantedFault up(
            String name, String symptom, Supplier<Function<ClientFrame, List<ClientFrame>>> bend) {
        return new PlantedFault(
                name,
                symptom,
                () -> {
                    Function<ClientFrame, List<ClientFrame>> bent = bend.get();
                    return new Planted() {
                        @Override
                        public List<ClientFrame> up(ClientFrame frame) {
                            return bent.apply(frame);
                        }
                    };
                });
    }

    private static ServerFrame ofNext(ServerFrame.Ack ack) {
        return new ServerFrame.Ack(
                ack.conversation(), ack.clientSeq() + 1, ack.epoch(), ack.seq(), ack.at());
    }

    /// A page in which one event stands twice and another is missing.
    private static ServerFrame withoutLast(ServerFrame.Page page) {
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

    /// An outlet without a timer.
    private record Sleeper(Outlet outlet) implements Outlet {
        @Override
        public void transmit(long connection, ClientFrame frame) {
            outlet.transmit(connection, frame);
        }

        @Override
        public void connect(long connection) {
            outlet.connect(connection);
        }

        @Override
        public void disconnect(long connection) {
            outlet.disconnect(connection);
        }

        @Override
        public void disconnectAll() {
            outlet.disconnectAll();
        }

        @Override
        public void wakeAt(Instant at) {}

        @Override
        public void hint(Hint hint) {
            outlet.hint(hint);
        }

        @Override
        public void standing(Standing standing) {
            outlet.standing(standing);
        }
    }
}
