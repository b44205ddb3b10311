package baton.endtoend;

import baton.desktop.store.SearchQuery;
import baton.model.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A device was closed while others talked, and opens: how soon it is current, and whether what it
/// says on the way is true. The truth is counted in its SQLite on the thread that reports, so
/// nothing can change between the two.
public final class Backlog {
    private static final SearchQuery ANYTHING =
            new SearchQuery(
                    List.of("message"), List.of(), List.of(), false, Instant.MIN, Instant.MAX);

    private final Scene scene;
    private final int conversations;
    private final List<ConversationId> groups = new ArrayList<>();

    /// @param conversations that the messages are spread over
    public Backlog(Scene scene, int conversations) {
        this.scene = scene;
        this.conversations = conversations;
    }

    /// @param toCurrent from opening the profile to holding everything
    /// @param toFindable from there until everything can be searched for
    /// @param bytesPerMessage that the relay wrote meanwhile, mostly to the device
    /// @param steps reports of a second device that caught up in the same way, all checked
    /// @param wrong how many of them named another number than its store missed
    /// @param backwards how many named less done than the one before
    public record Result(
            Duration toCurrent,
            Duration toFindable,
            double bytesPerMessage,
            long steps,
            long wrong,
            long backwards) {
        public boolean isTrue() {
            return steps > 0 && wrong == 0 && backwards == 0;
        }
    }

    public Result run(int messages) {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        HeadlessDevice home = scene.signUp("ben", "home");
        HeadlessDevice phone = scene.signIn("ben", "phone");
        for (int i = 1; i <= conversations; i++) {
            groups.add(
                    desk.runtime()
                            .intents()
                            .createGroup("Group " + i, List.of(home.account()), outcome -> {}));
        }
        for (ConversationId group : groups) {
            scene.await("Ben is in " + group, () -> isIn(home, group) && isIn(phone, group));
        }
        scene.close(home);
        scene.close(phone);
        desk.sendMany(messages, i -> groups.get(i % conversations));
        scene.await("Ana has said it all", desk::isSettled);
        return catchUp(messages);
    }

    private static boolean isIn(HeadlessDevice device, ConversationId group) {
        return device.newest(group) == 1;
    }

    private Result catchUp(int messages) {
        long written = scene.relay().written();
        long start = System.nanoTime();
        HeadlessDevice home = scene.open("home");
        scene.await("Ben's first device is current", () -> holdsAll(home, messages));
        Duration toCurrent = Duration.ofNanos(System.nanoTime() - start);
        double bytes = (scene.relay().written() - written) / (double) messages;
        scene.await("all can be found", () -> left(home) == 0);
        Duration toFindable = Duration.ofNanos(System.nanoTime() - start).minus(toCurrent);
        scene.close(home);
        HeadlessDevice phone = scene.open("phone");
        try (Truth truth = new Truth(scene.storeOf("phone"), messages)) {
            phone.runtime().hints().listen(truth::hear);
            scene.await("Ben's second device is current", () -> holdsAll(phone, messages));
            scene.close(phone);
            return new Result(
                    toCurrent,
                    toFindable,
                    bytes,
                    truth.steps.get(),
                    truth.wrong.get(),
                    truth.backwards.get());
        }
    }

    /// Texts that cannot be found yet.
    private static long left(HeadlessDevice device) {
        return device.reader().search(ANYTHING, 1, () -> true).left();
    }

    private boolean holdsAll(HeadlessDevice device, int messages) {
        return device.isSettled() && groups.stream().mapToLong(device::count).sum() == messages;
    }
}
