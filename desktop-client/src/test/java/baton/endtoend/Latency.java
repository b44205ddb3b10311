package baton.endtoend;

import baton.desktop.runtime.Intents.Outgoing;
import baton.model.ConversationId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long a message takes from the call that sends it on one device to the moment that another
/// person's device answers it from its own disk: two commits on disks of devices and one on the
/// relay's lie between. One message after the other.
public final class Latency {
    private static final int WARM_UP = 200;

    private final Scene scene;

    public Latency(Scene scene) {
        this.scene = scene;
    }

    /// Sorted nanoseconds.
    public record Result(List<Long> nanos) {
        public double millis(double share) {
            int index = (int) Math.min(nanos.size() - 1L, Math.round(share * nanos.size()));
            return nanos.get(index) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }

    public Result run(int messages) {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        HeadlessDevice home = scene.signUp("ben", "home");
        ConversationId talk = ConversationId.direct(desk.account(), home.account());
        long[] nanos = new long[messages];
        for (int i = -WARM_UP; i < messages; i++) {
            long due = i + WARM_UP + 1L;
            long start = System.nanoTime();
            desk.runtime()
                    .intents()
                    .send(talk, new Outgoing("message " + due, due - 1), outcome -> {});
            scene.await("message " + due + " arrived", () -> home.newest(talk) >= due);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        return new Result(Arrays.stream(nanos).sorted().boxed().toList());
    }
}
