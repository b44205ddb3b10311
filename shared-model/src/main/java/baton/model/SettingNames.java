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

    /// The value of a switch that is not at its default.
    public static final String ON = "on";

    public static final String OFF = "off";

    private static final Pattern NAME = Pattern.compile("[a-z-]{1,32}");

    private SettingNames() {}

    /// Whether a setting may be kept at all.
    public static boolean isWellFormed(String name, String scope, String value) {
        return NAME.matcher(name).matches()
                && (scope.isEmpty() || ConversationId.isWellFormed(scope))
                && value.length() <= Limits.SETTING_CHARS_MAX;
    }
}
