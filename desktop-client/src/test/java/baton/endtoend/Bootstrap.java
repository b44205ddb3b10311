package baton.endtoend;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.store.ConversationRow;
import baton.model.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// An account with a long history gets a new device: how soon it shows all conversations with their
/// badges, the newest messages of those at the top, and everything. Time runs from the moment the
/// relay has let the device in.
final class Bootstrap {
    /// Conversations at the top of the list.
    static final int FIRST = 20;

    private final Scene scene;
    private final int conversations;
    private final int messages;
    private final Map<ConversationId, Long> written = new HashMap<>();

    Bootstrap(Scene scene, int conversations, int messages) {
        this.scene = scene;
        this.conversations = conversations;
        this.messages = messages;
    }

    /// @param wrongBadges conversations that were missing or had another number when the list was
    ///   said to be complete
    record Result(
            Duration toList,
            long wrongBadges,
            Duration toNewest,
            Duration toAll,
            double bytesPerMessage) {}

    Result run() {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        HeadlessDevice home = scene.signUp("ben", "home");
        write(desk, home);
        scene.close(home);
        long before = scene.relay().written();
        HeadlessDevice phone = scene.open("phone");
        AtomicLong listed = new AtomicLong();
        scene.signInto(phone, "ben");
        long start = System.nanoTime();
        phone.runtime().hints().listen(hint -> noteList(hint, listed));
        scene.await("the list is there", () -> listed.get() != 0 || hasList(phone));
        long toList = (listed.get() == 0 ? System.nanoTime() : listed.get()) - start;
        List<ConversationRow> list = phone.reader().conversations();
        long wrong = wrongBadges(list);
        List<ConversationRow> first = list.subList(0, Math.min(FIRST, list.size()));
        scene.await(
                "the newest are there", () -> first.stream().allMatch(row -> isNew(phone, row)));
        long toNewest = System.nanoTime() - start;
        scene.await("everything is there", phone::isSettled);
        long toAll = System.nanoTime() - start;
        double bytes = (scene.relay().written() - before) / (double) messages;
        long held = written.keySet().stream().mapToLong(phone::count).sum();
        if (held != messages) {
            throw new AssertionError("holds " + held + " of " + messages);
        }
        return new Result(
                Duration.ofNanos(toList),
                wrong,
                Duration.ofNanos(toNewest),
                Duration.ofNanos(toAll),
                bytes);
    }

    /// Earlier conversations get more than later ones.
    private void write(HeadlessDevice desk, HeadlessDevice home) {
        List<ConversationId> groups = new ArrayList<>();
        for (int i = 1; i <= conversations; i++) {
            ConversationId group =
                    desk.runtime()
                            .intents()
                            .createGroup("Group " + i, List.of(home.account()), outcome -> {});
            groups.add(group);
            written.put(group, 0L);
        }
        desk.sendMany(
                messages,
                i -> {
                    ConversationId group =
                            groups.get(Math.min(i % conversations, i / 7 % conversations));
                    written.merge(group, 1L, Long::sum);
                    return group;
                });
        scene.await("Ana has said it all", desk::isSettled);
    }

    private static void noteList(Hint hint, AtomicLong listed) {
        if (hint instanceof Hint.Status(SyncStatus status) && isPastList(status)) {
            listed.compareAndSet(0, System.nanoTime());
        }
    }

    private boolean hasList(HeadlessDevice device) {
        return isPastList(device.runtime().hints().status());
    }

    private static boolean isPastList(SyncStatus status) {
        return status.link() instanceof SyncStatus.Link.Online
                && (status.work().phase() == Phase.RECENT
                        || status.work().phase() == Phase.HISTORY);
    }

    private long wrongBadges(List<ConversationRow> list) {
        Map<ConversationId, Long> shown = new HashMap<>();
        list.forEach(row -> shown.put(row.id(), row.unread()));
        return written.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(shown.get(entry.getKey())))
                .count();
    }

    private boolean isNew(HeadlessDevice device, ConversationRow row) {
        return device.count(row.id()) == written.getOrDefault(row.id(), 0L);
    }
}
