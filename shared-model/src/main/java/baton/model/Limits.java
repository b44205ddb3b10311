package baton.model;

import java.time.Duration;

/// Every limit of the protocol in one place. A limit that is hit has a defined behaviour: see the
/// refusal or rule named beside it.
public final class Limits {
    /// UTF-16 units of one message; beyond it [Refusal#TEXT_TOO_LONG].
    public static final int TEXT_CHARS_MAX = 8_000;

    /// Characters of a group's title; beyond it [Refusal#TITLE_MALFORMED].
    public static final int TITLE_CHARS_MAX = 100;

    /// Characters of a person's or device's name.
    public static final int NAME_CHARS_MAX = 64;

    /// Accounts in one group; beyond it [Refusal#TOO_MANY_MEMBERS].
    public static final int MEMBERS_MAX = 500;

    /// Characters of the preview in a head register; longer text is cut.
    public static final int PREVIEW_CHARS_MAX = 120;

    /// Characters of one frame from a device; beyond it the connection is closed with 1009.
    public static final int CLIENT_FRAME_CHARS_MAX = 64 * 1024;

    /// Characters of one frame from the relay: a full page and its header.
    public static final int SERVER_FRAME_CHARS_MAX = 1024 * 1024;

    /// Events in one page.
    public static final int PAGE_EVENTS_MAX = 500;

    /// Characters of events in one page, unless a single event is larger.
    public static final int PAGE_CHARS_MAX = 256 * 1024;

    /// Registers in one feed frame.
    public static final int FEED_REGISTERS_MAX = 500;

    /// Sends of one conversation that may be without an answer; the relay remembers the outcome of
    /// twice as many per device.
    public static final int SENDS_IN_FLIGHT_MAX = 32;

    /// Sends of one device without an answer, in all conversations together: more would wait at the
    /// relay for longer than the device waits before it sends them again.
    public static final int SENDS_IN_FLIGHT_ALL_MAX = 128;

    /// Pushed events that a device accepts before it has stored any: the start of its credit
    /// window.
    public static final int CREDIT_START = 32;

    /// The least and the greatest credit window.
    public static final int CREDIT_MIN = 8;

    public static final int CREDIT_MAX = 512;

    /// A device speaks at least this often while connected; the relay answers at once.
    public static final Duration BEAT = Duration.ofSeconds(10);

    /// A device that was silent for this long is taken to be offline.
    public static final Duration LEASE = Duration.ofSeconds(30);

    /// Accounts that one message may mention; beyond it [Refusal#TOO_MANY_MENTIONS].
    public static final int MENTIONS_MAX = 50;

    /// UTF-16 units of one reaction: an emoji may be many code points.
    public static final int EMOJI_CHARS_MAX = 32;

    /// Recalled messages and mentions of one conversation that badges know of, each: the newest.
    public static final int NOTABLE_KEPT = 200;

    /// Characters of a setting's value; beyond it [Refusal#SETTING_MALFORMED].
    public static final int SETTING_CHARS_MAX = 256;

    /// Settings of one account; beyond it [Refusal#TOO_MANY_SETTINGS].
    public static final int SETTINGS_MAX = 10_000;

    /// Places of a log whose digests one question asks for.
    public static final int PROBE_PLACES_MAX = 512;

    /// Accounts whose presence one device watches.
    public static final int WATCHED_MAX = 64;

    /// Conversations that one audit compares.
    public static final int AUDIT_ROWS_MAX = 50;

    /// Events between read mark and head up to which an audit counts anew.
    public static final int AUDIT_EVENTS_MAX = 2_000;

    /// "is typing" is shown for this long after it was last said.
    public static final Duration TYPING = Duration.ofSeconds(6);

    /// A claim runs out when its holder has sent nothing for this long.
    public static final Duration CLAIM = Duration.ofMinutes(10);

    /// A code that links a device is good for this long.
    public static final Duration LINK_CODE = Duration.ofMinutes(5);

    /// Characters of a password: the least and the most.
    public static final int PASSWORD_CHARS_MIN = 8;

    public static final int PASSWORD_CHARS_MAX = 256;

    private Limits() {}
}
