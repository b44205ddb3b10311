package baton.desktop.ui.common;

import baton.model.Limits;
import baton.model.Register;
import baton.model.SettingNames;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A text that a person sends often, found by a name. Each is a setting of the account, so that all
/// devices have it.
///
/// @param key of the setting: letters of `a-z`
public record CannedReply(String key, String name, String text) {
    /// Characters of name and text together.
    public static final int CHARS_MAX = Limits.SETTING_CHARS_MAX - 1;

    /// Characters of a name.
    public static final int NAME_CHARS_MAX = 32;

    /// One that did not exist before.
    public static CannedReply made(Instant at, String name, String text) {
        String key =
                Long.toString(at.toEpochMilli())
                        .chars()
                        .map(digit -> digit - '0' + 'a')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return new CannedReply(key, name, text);
    }

    /// Empty if the setting is none, or one of another shape.
    public static Optional<CannedReply> of(Register.Setting setting) {
        int end = setting.value().indexOf('\n');
        return setting.name().startsWith(SettingNames.REPLY) && setting.scope().isEmpty() && end > 0
                ? Optional.of(
                        new CannedReply(
                                setting.name().substring(SettingNames.REPLY.length()),
                                setting.value().substring(0, end),
                                setting.value().substring(end + 1)))
                : Optional.empty();
    }

    /// Those among all settings, by name.
    public static List<CannedReply> among(List<Register.Setting> settings) {
        return settings.stream()
                .map(CannedReply::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(CannedReply::name).thenComparing(CannedReply::key))
                .toList();
    }

    /// Whether it can be kept.
    public boolean fits() {
        return !name.isBlank()
                && name.indexOf('\n') < 0
                && name.length() <= NAME_CHARS_MAX
                && !text.isBlank()
                && name.length() + text.length() <= CHARS_MAX;
    }

    /// The setting's name.
    public String setting() {
        return SettingNames.REPLY + key;
    }

    /// The setting's value.
    public String value() {
        return name + "\n" + text;
    }

    /// Prints no text: what people type must never reach a log.
    @Override
    public String toString() {
        return "CannedReply[" + key + "]";
    }
}
