package baton.desktop.ui.devices;

import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.Texts;
import java.util.List;

/// What a dialog asks before something ends for a device.
///
/// @param unsent what would never be sent, as a warning; empty if there is nothing
/// @param confirm the word on the button
record Question(String title, String meaning, String unsent, String confirm) {

    /// Whether to sign this device out.
    static Question ofThis(Texts texts, List<TimelineRow.Pending> outbox) {
        return new Question(
                texts.get("devices.sign-out.title"),
                texts.get("devices.sign-out.meaning"),
                new UnsentText(texts, "devices.sign-out.unsent").of(outbox),
                texts.get("devices.sign-out.confirm"));
    }

    /// Whether to sign another device out.
    static Question ofOther(Texts texts, DeviceCard device) {
        String unsent =
                device.outgoing() == 0
                        ? ""
                        : texts.format("devices.sign-out.other.unsent", device.outgoing());
        return new Question(
                texts.format("devices.sign-out.other.title", device.name()),
                texts.get("devices.sign-out.other.meaning"),
                unsent,
                texts.get("devices.sign-out.confirm"));
    }

    /// Whether to erase what a device holds that was signed out.
    static Question ofErasing(Texts texts, List<TimelineRow.Pending> outbox) {
        return new Question(
                texts.get("devices.erase.title"),
                texts.get("devices.erase.meaning"),
                new UnsentText(texts, "devices.erase.unsent").of(outbox),
                texts.get("devices.erase.confirm"));
    }
}
