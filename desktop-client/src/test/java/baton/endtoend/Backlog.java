package baton.endtoend;

import baton.model.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A device was closed while others talked, and opens: how soon it is current, and whether what it
/// says on the way is true. The truth is counted in its SQLite on the thread that reports, so
/// nothing can change between the two.
final class Backlog {
    private static final int GROUPS = 4;

    private final Scene scene;
    private final List<ConversationId> groups = new ArrayList<>();

    Backlog(Scene scene) {
        this.scene = scene;
    }

    /// @param toCurrent from opening the profile to holding everything
    /// @param bytesPerMessage that the relay wrote meanwhile, mostly to the device
    /// @param steps reports of a second device that caught up in the same way, all checked
    /// @param wrong how many of them named another number than its store missed
    /// @param backwards how many named less done than the one before
    record Result(
            Duration toCurrent, double bytesPerMessage, long steps, long wrong, long backwards) {
        boolean isTrue() {
            return steps > 0 && wrong == 0 && backwards == 0;
        }
    }

    Result run(int messages) {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        HeadlessDevice home = scene.signUp("ben", "home");
        HeadlessDevice phone = scene.signIn("ben", "phone");
        for (int i = 1; i <= GROUPS; i++) {
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
        desk.sendMany(messages, i -> groups.get(i % GROUPS));
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
        scene.close(home);
        HeadlessDevice phone = scene.open("phone");
        try (Truth truth = new Truth(scene.storeOf("phone"), messages)) {
            phone.runtime().hints().listen(truth::hear);
            scene.await("Ben's second device is current", () -> holdsAll(phone, messages));
            scene.close(phone);
            return new Result(
                    toCurrent, bytes, truth.steps.get(), truth.wrong.get(), truth.backwards.get());
        }
    }

    private boolean holdsAll(HeadlessDevice device, int messages) {
        return device.isSettled() && groups.stream().mapToLong(device::count).sum() == messages;
    }
}
