package baton.desktop.ui.common;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What a person has set for this device alone, kept in its profile: the look, the language, which
/// conversations are silent here. Any thread.
public interface LocalSettings {

    /// Of a conversation, `muted/ID`: `on` if it is silent on this device.
    String MUTED = "muted/";

    /// `system`, `light`, `dark` or `contrast`.
    String THEME = "theme";

    /// Percent: one of [Zoom#STEPS].
    String ZOOM = "zoom";

    /// `reduced`, `full`, or empty for what the system says: see [Motion].
    String MOTION = "motion";

    /// What sends a message: [#CONTROL_ENTER], or empty for Enter alone.
    String SEND = "send";

    /// Enter with Ctrl, or with Command on a Mac; Enter alone starts a new line.
    String CONTROL_ENTER = "control-enter";

    /// Whether Enter alone sends a message.
    default boolean isSentByEnter() {
        return !get(SEND).equals(CONTROL_ENTER);
    }

    /// `system`, `en` or `zh`; holds from the next start.
    String LANGUAGE = "language";

    /// What to be told of: `all`, `personal` or `none`.
    String NOTIFY = "notify";

    /// `off` if a notification says neither what was written nor by whom.
    String NOTIFY_TEXT = "notify-text";

    /// `on` if a notification may be heard.
    String NOTIFY_SOUND = "notify-sound";

    /// `on` if closing the window does not end the program, where there is a [Tray].
    String TRAY = "tray";

    /// Until when nobody is to be disturbed: milliseconds since 1970, or `always`; see [Quiet].
    String QUIET = "quiet";

    /// Which proxy leads to the relay: empty for the system's, `direct` for none, or `HOST:PORT`.
    String PROXY = "proxy";

    /// `off` if newer versions of the program are not to be looked for.
    String UPDATES = "updates";

    /// The version that ran here last.
    String VERSION = "version";

    /// When what is in sight counts as read: [#AT_END], [#BY_HAND], or empty for at once.
    String READ = "read";

    /// Only while the newest message is in sight.
    String AT_END = "end";

    /// Not by itself.
    String BY_HAND = "hand";

    /// Whether what is in sight counts as read by itself.
    ///
    /// @param atEnd whether the newest message is in sight
    default boolean isReadBySight(boolean atEnd) {
        return switch (get(READ)) {
            case AT_END -> atEnd;
            case BY_HAND -> false;
            default -> true;
        };
    }

    /// Empty if it was never set.
    String get(String name);

    /// @param value empty takes it away
    void set(String name, String value);

    /// Settings that last as long as the program runs.
    static LocalSettings inMemory() {
        Map<String, String> values = new ConcurrentHashMap<>();
        return new LocalSettings() {
            @Override
            public String get(String name) {
                return values.getOrDefault(name, "");
            }

            @Override
            public void set(String name, String value) {
                values.put(name, value);
            }
        };
    }
}
