package baton.desktop.ui.settings;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.store.DeviceRow;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Motion;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.notices.Notice;
import baton.model.Refusal;
import baton.model.SettingNames;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// The settings as they stand. Switches hold for all devices and follow what another device sets
/// meanwhile; look and language hold for this device. FX thread.
final class SettingsViewModel {
    private final UiContext context;
    private final ReadOnlyBooleanWrapper receipts = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper presence = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper deviceName;

    /// What may be chosen as the language of the window.
    enum Language {
        SYSTEM,
        EN,
        ZH;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What sends a message.
    enum SendKey {
        ENTER,
        CONTROL_ENTER
    }

    /// What counts as read by itself.
    enum Reading {
        AUTOMATIC(""),
        BOTTOM(LocalSettings.AT_END),
        MANUAL(LocalSettings.BY_HAND);

        private final String word;

        Reading(String word) {
            this.word = word;
        }
    }

    private record Facts(boolean receipts, boolean presence, String deviceName) {}

    SettingsViewModel(UiContext context) {
        this.context = context;
        deviceName = new ReadOnlyStringWrapper(context.me().deviceName());
    }

    /// Follows what is set and named on other devices, until the pin is closed.
    Pin open() {
        Pins pins = new Pins();
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(
                context.hints()
                        .listen(hint -> {
                            if (hint instanceof Hint.Settings || hint instanceof Hint.Devices) {
                                read(lane);
                            }
                        }));
        read(lane);
        return pins;
    }

    private void read(Reads.Lane lane) {
        lane.read(
                () ->
                        new Facts(
                                isOn(SettingNames.RECEIPTS),
                                isOn(SettingNames.PRESENCE),
                                nameHere()),
                read -> {
                    receipts.set(read.receipts());
                    presence.set(read.presence());
                    deviceName.set(read.deviceName());
                });
    }

    private String nameHere() {
        return context.store().devices().stream()
                .filter(DeviceRow::thisDevice)
                .map(DeviceRow::name)
                .findFirst()
                .orElse(context.me().deviceName());
    }

    private boolean isOn(String name) {
        return !context.store().setting(name, "").equals(SettingNames.OFF);
    }

    /// What the person calls this device.
    ReadOnlyStringProperty deviceNameProperty() {
        return deviceName.getReadOnlyProperty();
    }

    /// Whether others are told what this account has received and read.
    ReadOnlyBooleanProperty receiptsProperty() {
        return receipts.getReadOnlyProperty();
    }

    /// Whether others are told when this account is online.
    ReadOnlyBooleanProperty presenceProperty() {
        return presence.getReadOnlyProperty();
    }

    /// What others call the person, on all its devices.
    ReadOnlyStringProperty nameProperty() {
        return context.me().nameProperty();
    }

    /// @return what is wrong with the name; empty if it was taken
    String rename(String name) {
        if (!SettingNames.isPersonName(name)) {
            return Notice.of(Refusal.NAME_MALFORMED.code(), context.texts()).brief(context.texts());
        }
        if (!name.equals(context.me().name())) {
            context.intents().set(SettingNames.NAME, "", name);
        }
        return "";
    }

    void setReceipts(boolean on) {
        set(SettingNames.RECEIPTS, on);
    }

    void setPresence(boolean on) {
        set(SettingNames.PRESENCE, on);
    }

    private void set(String name, boolean on) {
        context.intents().set(name, "", on ? "" : SettingNames.OFF);
    }

    Theme.Choice theme() {
        return context.theme().choiceProperty().get();
    }

    void setTheme(Theme.Choice choice) {
        context.theme().choiceProperty().set(choice);
        context.machine()
                .settings()
                .set(LocalSettings.THEME, choice.name().toLowerCase(Locale.ROOT));
    }

    ObservableValue<Boolean> reducedMotion() {
        return context.theme().motion().reduced();
    }

    void setReducedMotion(boolean reduced) {
        Motion motion = context.theme().motion();
        motion.choose(reduced);
        context.machine().settings().set(LocalSettings.MOTION, motion.words());
    }

    SendKey sendKey() {
        return context.machine().settings().isSentByEnter() ? SendKey.ENTER : SendKey.CONTROL_ENTER;
    }

    void setSendKey(SendKey key) {
        context.machine()
                .settings()
                .set(LocalSettings.SEND, key == SendKey.ENTER ? "" : LocalSettings.CONTROL_ENTER);
    }

    Reading reading() {
        String kept = context.machine().settings().get(LocalSettings.READ);
        return Stream.of(Reading.values())
                .filter(each -> each.word.equals(kept))
                .findFirst()
                .orElse(Reading.AUTOMATIC);
    }

    void setReading(Reading reading) {
        context.machine().settings().set(LocalSettings.READ, reading.word);
    }

    Language language() {
        String kept = context.machine().settings().get(LocalSettings.LANGUAGE);
        for (Language language : Language.values()) {
            if (language.word().equals(kept)) {
                return language;
            }
        }
        return Language.SYSTEM;
    }

    void setLanguage(Language language) {
        context.machine().settings().set(LocalSettings.LANGUAGE, language.word());
    }
}
