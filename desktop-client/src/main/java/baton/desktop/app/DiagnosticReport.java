package baton.desktop.app;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.DeviceRow;
import baton.desktop.store.Identity;
import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelineRow;
import baton.model.Member;
import baton.model.SettingNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What helps to find a fault and names nobody: versions, counters, and the log of this run. It
/// holds no message; who wrote, which devices there are and where the relay is stand in it as words
/// that say only which is which.
final class DiagnosticReport {
    private final StoreReader store;
    private final Identity me;
    private final Redaction redaction;

    /// @param store read at once, for the names to be hidden; blocks
    DiagnosticReport(StoreReader store, Identity me) {
        this.store = store;
        this.me = me;
        List<ConversationRow> conversations = store.conversations();
        redaction =
                new Redaction()
                        .hide("account", List.of(me.account().handle()))
                        .hide("person", List.of(me.name(), store.setting(SettingNames.NAME, "")))
                        .hide("relay", List.of(me.relay(), hostOf(me.relay())))
                        .hide("device", devices())
                        .hide("account", handles(conversations))
                        .hide("person", names(conversations))
                        .hide("title", titles(conversations))
                        .hide("user", List.of(System.getProperty("user.name", "")));
    }

    private static String hostOf(String relay) {
        String bare = relay.replaceFirst("^[a-z]+://", "");
        return bare.replaceFirst("[:/].*$", "");
    }

    private List<String> devices() {
        return Stream.concat(
                        Stream.of(me.device().value(), me.deviceName()),
                        store.devices().stream()
                                .flatMap(row -> Stream.of(row.id().value(), row.name())))
                .toList();
    }

    private static List<String> handles(List<ConversationRow> conversations) {
        return members(conversations).map(member -> member.account().handle()).toList();
    }

    private static List<String> names(List<ConversationRow> conversations) {
        return members(conversations)
                .flatMap(member ->
                        Stream.concat(
                                Stream.of(member.name()), Stream.of(member.name().split(" ", -1))))
                .toList();
    }

    private static List<String> titles(List<ConversationRow> conversations) {
        return conversations.stream().map(ConversationRow::title).toList();
    }

    private static Stream<Member> members(List<ConversationRow> conversations) {
        return conversations.stream().flatMap(row -> row.members().stream());
    }

    /// Versions and counters.
    String facts(SyncStatus status, Instant now, String version) {
        List<TimelineRow.Pending> outbox = store.outbox();
        Map<String, Long> waiting =
                outbox.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.code().isEmpty() ? "waiting" : row.code(),
                                        TreeMap::new,
                                        Collectors.counting()));
        List<ConversationRow> conversations = store.conversations();
        List<DeviceRow> devices = store.devices();
        return redaction.of(
                String.join(
                        "\n",
                        version,
                        "at " + now,
                        "Java " + property("java.runtime.version") + ", " + property("java.vendor"),
                        "JavaFX " + property("javafx.runtime.version"),
                        property("os.name")
                                + " "
                                + property("os.version")
                                + " "
                                + property("os.arch")
                                + ", "
                                + Runtime.getRuntime().availableProcessors()
                                + " processors",
                        "memory " + megabytes() + " MB in use",
                        "link " + status.link(),
                        "work " + status.work(),
                        "current as of " + status.currentAsOf(),
                        "pending in " + status.pendingIn() + ", out " + status.pendingOut(),
                        "conversations " + conversations.size() + ", devices " + devices.size(),
                        "outbox " + waiting,
                        "settings " + store.settings().size(),
                        ""));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static long megabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }

    /// The lines of a log.
    String log(List<String> lines) {
        return redaction.of(String.join("\n", lines) + "\n");
    }
}
