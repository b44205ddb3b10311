package baton.simulation;

import baton.protocol.ClientFrame;
import baton.relay.session.FrameSink;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Faults of what keeps devices that do not read within bounds.
final class StallFaults {
    static final List<PlantedFault> ALL =
            List.of(
                    new PlantedFault(
                            "a stalled session's queue is not bounded",
                            "frames wait for",
                            () ->
                                    new Planted() {
                                        @Override
                                        public FrameSink sink(FrameSink sink) {
                                            return new Hoard(sink, new ArrayDeque<>());
                                        }
                                    }),
                    new PlantedFault(
                            "behind mode is never left",
                            "is still behind",
                            () ->
                                    new Planted() {
                                        @Override
                                        public List<ClientFrame> up(ClientFrame frame) {
                                            return frame instanceof ClientFrame.Credit
                                                    ? List.of()
                                                    : List.of(frame);
                                        }
                                    }),
                    new PlantedFault(
                            "credit is not counted",
                            "beyond its credit",
                            () ->
                                    new Planted() {
                                        @Override
                                        public List<ClientFrame> up(ClientFrame frame) {
                                            return frame instanceof ClientFrame.Credit credit
                                                    ? List.of(
                                                            new ClientFrame.Credit(
                                                                    1 << 20, credit.window()))
                                                    : List.of(frame);
                                        }
                                    }));

    private StallFaults() {}

    /// Takes everything, and keeps what the socket has no room for.
    private record Hoard(FrameSink sink, Queue<String> kept) implements FrameSink {
        @Override
        public boolean offer(String frame) {
            return sink.offer(frame);
        }

        @Override
        public boolean offerPush(String frame) {
            kept.add(frame);
            while (!kept.isEmpty() && sink.offerPush(kept.element())) {
                kept.remove();
            }
            return true;
        }

        @Override
        public void close(int code, String reason) {
            sink.close(code, reason);
        }
    }
}
