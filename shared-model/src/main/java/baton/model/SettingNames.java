package baton.model;

import java.util.regex.Pattern;

/// The settings that devices of one account share, and the shape of all.
public final class SettingNames {
    /// Of a conversation: `on` keeps it at the top of the list.
    public static final String PINNED = "pinned";

    /// Of a conversation: milliseconds since 1970 until which it is silent, or [#ALWAYS].
    public static final String MUTED = "muted";

    public static final String ALWAYS = "always";

    /// Of a conversation: `on` takes it out of the list.
    public static final String ARCHIVED = "archived";

    /// Of the account: `off` keeps from others what was delivered and read.
    public static final String RECEIPTS = "receipts";

    /// Of the account: `off` keeps from others whether a device is online.
    public static final String PRESENCE = "presence";

    /// Of the account: what to call the person, at most [Limits#NAME_CHARS_MAX] characters. By
    /// default the name given at sign-up.
    public static final String NAME = "name";

    /// Of the account, followed by 1 to 20 letters of `a-z`: a text that a person sends often. The
    /// first line is its name.
    public static final String REPLY = "reply-";

    /// The value of a switch that is not at its default.
    public static final String ON = "on";

    public static final String OFF = "off";

    private static final Pattern SHAPE = Pattern.compile("[a-z-]{1,32}");

    private SettingNames() {}

    /// Whether a setting may be kept at all.
    public static boolean isWellFormed(String name, String scope, String value) {
        return SHAPE.matcher(name).matches()
                && (scope.isEmpty() || ConversationId.isWellFormed(scope))
                && value.length() <= Limits.SETTING_CHARS_MAX;
    }

    /// Whether a person or a device can be called so.
    public static boolean isPersonName(String name) {
        return !name.isBlank()
                && name.length() <= Limits.NAME_CHARS_MAX
                && name.codePoints().noneMatch(Character::isISOControl);
    }
}
