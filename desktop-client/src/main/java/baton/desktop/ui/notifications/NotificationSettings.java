package baton.desktop.ui.notifications;

import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.notifications.Moment.Scope;
import baton.model.SettingNames;
import java.util.Locale;

/// What a person wants to be told of on this device, and how. Any thread.
record NotificationSettings(LocalSettings settings) {

    Scope scope() {
        String kept = settings.get(LocalSettings.NOTIFY);
        for (Scope scope : Scope.values()) {
            if (word(scope).equals(kept)) {
                return scope;
            }
        }
        return Scope.ALL;
    }

    void setScope(Scope scope) {
        settings.set(LocalSettings.NOTIFY, word(scope));
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    /// Whether a notification says what was written, and by whom.
    boolean showsText() {
        return !settings.get(LocalSettings.NOTIFY_TEXT).equals(SettingNames.OFF);
    }

    void setShowsText(boolean on) {
        settings.set(LocalSettings.NOTIFY_TEXT, on ? "" : SettingNames.OFF);
    }

    boolean sounds() {
        return settings.get(LocalSettings.NOTIFY_SOUND).equals(SettingNames.ON);
    }

    void setSounds(boolean on) {
        settings.set(LocalSettings.NOTIFY_SOUND, on ? SettingNames.ON : "");
    }

    /// Whether the program goes on when its window is closed, where there is a tray.
    boolean staysInTray() {
        return settings.get(LocalSettings.TRAY).equals(SettingNames.ON);
    }

    void setStaysInTray(boolean on) {
        settings.set(LocalSettings.TRAY, on ? SettingNames.ON : "");
    }
}
