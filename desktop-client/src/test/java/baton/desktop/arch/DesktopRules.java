package baton.desktop.arch;

import static baton.arch.CommonRules.never;
import static baton.arch.CommonRules.onlyIn;

import baton.arch.GuardedRule;
import java.util.List;
import java.util.stream.Stream;

/** Who may know whom in the desktop. */
final class DesktopRules {
    private DesktopRules() {}

    /**
     * @param root package that all others are counted from: {@code baton}, or that of fixtures
     */
    static List<GuardedRule> under(String root) {
        String desktop = root + ".desktop";
        return Stream.of(
                        SyncRules.under(root, desktop),
                        layers(desktop),
                        updates(desktop),
                        libraries(desktop),
                        UiRules.under(desktop))
                .flatMap(rules -> rules.stream())
                .toList();
    }

    private static List<GuardedRule> layers(String desktop) {
        return List.of(
                never(
                        "store knows neither network nor screen",
                        "StoreKnowsNet",
                        desktop + ".store..",
                        "what is stored must not depend on who asks",
                        desktop + ".net..",
                        desktop + ".runtime..",
                        desktop + ".ui.."),
                never(
                        "net carries frames and knows nothing else",
                        "NetKnowsStore",
                        desktop + ".net..",
                        "a connection is tested against a relay alone",
                        desktop + ".store..",
                        desktop + ".sync..",
                        desktop + ".runtime..",
                        desktop + ".ui.."),
                never(
                        "runtime knows no screen",
                        "RuntimeKnowsUi",
                        desktop + ".runtime..",
                        "the loop runs in tests without a toolkit",
                        desktop + ".ui..",
                        "javafx.."),
                never(
                        "backup knows the store and nothing else",
                        "BackupKnowsUi",
                        desktop + ".backup..",
                        "a backup is made and read without a window and without a relay",
                        desktop + ".net..",
                        desktop + ".runtime..",
                        desktop + ".ui.."),
                onlyIn(
                        "nobody knows the wiring",
                        "NetKnowsApp",
                        List.of(desktop + ".app..", desktop + ".demo.."),
                        "wiring knows all, so whoever knows wiring knows all",
                        desktop + ".app.."),
                onlyIn(
                        "nobody knows the demo",
                        "AppKnowsDemo",
                        List.of(desktop + ".demo.."),
                        "the demo shows the app, it is no part of it",
                        desktop + ".demo.."));
    }

    private static List<GuardedRule> updates(String desktop) {
        return List.of(
                never(
                        "update knows the web and files and nothing else",
                        "UpdateKnowsUi",
                        desktop + ".update..",
                        "what brings a program here touches nothing of what people wrote",
                        desktop + ".store..",
                        desktop + ".sync..",
                        desktop + ".net..",
                        desktop + ".runtime..",
                        desktop + ".backup..",
                        desktop + ".platform..",
                        desktop + ".ui..",
                        "javafx.."),
                onlyIn(
                        "only the wiring knows update",
                        "UiKnowsUpdate",
                        List.of(desktop + ".update..", desktop + ".app.."),
                        "a screen asks for a newer version by a door of its own",
                        desktop + ".update.."));
    }

    private static List<GuardedRule> libraries(String desktop) {
        return List.of(
                onlyIn(
                        "only net knows WebSocket and Tyrus",
                        "RuntimeWithSocket",
                        List.of(desktop + ".net.."),
                        "everything else works without a connection",
                        "jakarta.websocket..",
                        "org.glassfish.."),
                onlyIn(
                        "only store knows SQL",
                        "UiWithSql",
                        List.of(desktop + ".store.."),
                        "one class path to the file keeps its order of writes",
                        "java.sql..",
                        "javax.sql..",
                        "org.sqlite.."),
                onlyIn(
                        "only platform knows D-Bus",
                        "UiWithBus",
                        List.of(desktop + ".platform.."),
                        "no window waits for the system around it",
                        "org.freedesktop.."),
                onlyIn(
                        "only markup knows commonmark",
                        "UiWithParser",
                        List.of(desktop + ".ui.common.markup.."),
                        "what a chat means by a mark is decided in one place",
                        "org.commonmark.."),
                onlyIn(
                        "only backup knows ciphers",
                        "UiWithCipher",
                        List.of(desktop + ".backup.."),
                        "how a file is encrypted is decided and looked through in one place",
                        "com.google.crypto.tink..",
                        "com.password4j..",
                        "javax.crypto.."),
                onlyIn(
                        "only the screen knows JavaFX",
                        "StoreWithJavaFx",
                        List.of(
                                desktop + ".ui..",
                                desktop + ".app..",
                                desktop + ".demo..",
                                desktop + ".platform.."),
                        "what is below the screen is tested without a toolkit",
                        "javafx.."));
    }
}
