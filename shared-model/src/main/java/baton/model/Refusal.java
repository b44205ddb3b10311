package baton.model;

import java.util.Arrays;
import java.util.Optional;

/// Why a relay refuses something. The code is stable: it travels on the wire, and it is a heading
/// in `docs/errors.md` that says what happened, what it means for the messages and what to do.
public enum Refusal {
    /// A message without any visible character.
    EMPTY_MESSAGE("empty-message", true),
    TEXT_TOO_LONG("text-too-long", true),
    TITLE_MALFORMED("title-malformed", true),
    TOO_MANY_MEMBERS("too-many-members", true),
    /// No account has the handle that a direct conversation or an invitation names.
    UNKNOWN_RECIPIENT("unknown-recipient", true),
    NOT_A_MEMBER("not-a-member", true),
    NOT_ALLOWED("not-allowed", true),
    /// A group of this id exists already.
    CONVERSATION_EXISTS("conversation-exists", true),

    /// The message that an edit, recall, reaction or reply is about is not there (any more), or is
    /// not the author's own.
    MESSAGE_GONE("message-gone", true),
    TOO_MANY_MENTIONS("too-many-mentions", true),
    EMOJI_MALFORMED("emoji-malformed", true),
    /// In a guarded conversation: somebody else wrote after what the author had seen.
    STALE_REPLY("stale-reply", true),
    /// Somebody else holds the conversation's claim.
    CLAIM_HELD("claim-held", true),
    /// The send names a claim that is not the newest any more.
    CLAIM_LOST("claim-lost", true),
    SETTING_MALFORMED("setting-malformed", true),
    TOO_MANY_SETTINGS("too-many-settings", true),
    /// An event was offered that this relay never accepted.
    OFFER_REFUSED("offer-refused", true),

    /// The send skipped a clientSeq; the refusal names the one that is expected.
    OUT_OF_TURN("out-of-turn", false),
    /// A newer connection of the same device has taken over.
    SESSION_REPLACED("session-replaced", false),
    RATE_LIMITED("rate-limited", false),
    /// The relay is up but cannot store anything at the moment.
    RELAY_UNAVAILABLE("relay-unavailable", false),
    /// The relay shuts down in an orderly way; connect again after the delay that it names.
    RELAY_STOPPING("relay-stopping", false),

    /// The relay's store was exchanged or may have lost something: connect again and compare.
    STORE_CHANGED("store-changed", false),

    /// A frame that could not be read or that does not fit the state of the connection.
    FRAME_MALFORMED("frame-malformed", true),
    PROTOCOL_UNSUPPORTED("protocol-unsupported", true),

    HANDLE_MALFORMED("handle-malformed", true),
    HANDLE_TAKEN("handle-taken", true),
    NAME_MALFORMED("name-malformed", true),
    PASSWORD_UNFIT("password-unfit", true),
    WRONG_CREDENTIALS("wrong-credentials", true),
    SIGN_UP_CLOSED("sign-up-closed", true),
    TOO_MANY_TRIES("too-many-tries", false),
    /// No link code of this kind is open: mistyped, used or too old.
    LINK_CODE_WRONG("link-code-wrong", true),
    UNKNOWN_DEVICE("unknown-device", true),
    /// The device was signed out, here or from another device.
    DEVICE_SIGNED_OUT("device-signed-out", true),
    ORIGIN_REFUSED("origin-refused", true);

    private final String code;
    private final boolean permanent;

    Refusal(String code, boolean permanent) {
        this.code = code;
        this.permanent = permanent;
    }

    /// The stable word on the wire and in the documentation.
    public String code() {
        return code;
    }

    /// Whether trying the same again cannot help. A permanent refusal of a send uses up its
    /// clientSeq, so that the queue behind it never sticks.
    public boolean isPermanent() {
        return permanent;
    }

    /// The refusal of a code; empty if a newer relay sent a code that this build does not know.
    public static Optional<Refusal> ofCode(String code) {
        return Arrays.stream(values()).filter(refusal -> refusal.code.equals(code)).findFirst();
    }
}
