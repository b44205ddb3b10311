package baton.relay.redis;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.relay.node.NodeId;

/// The name of every key in Redis. What stands in braces decides the slot: one conversation, one
/// account or one node each, so that no script ever needs two.
final class RedisKeys {
    /// Hash: node -> millisecond of the relay's clock until which it counts as alive. Removed when
    /// the node is forgotten.
    static final String NODES = "nodes";

    /// Hash: epoch; and of each primary that was ever met, `RUN HISTORY` -> the epoch in which it
    /// was met first, of the newest 1,000. Never removed.
    static final String STORE = "store";

    /// String: 64 hexadecimal digits, the key of all proofs. Made once, never changed.
    static final String SECRET = "secret";

    /// Pattern of the keys that [#log] names.
    static final String LOGS = "{c:*}:log";

    private RedisKeys() {}

    /// Stream with ids `SEQ-0`; fields e = entry (JSON), n = count, d = digest (16 hex), a =
    /// author, k = kind, i = message id, m = accounts that it mentions joined by commas, if any.
    /// Recalled entries are missing; see [#gone]. Entries below the floor are removed by
    /// `trim.lua`.
    static String log(ConversationId conversation) {
        return "{c:" + conversation + "}:log";
    }

    /// Hash: head, count, digest, title, version, size (members now); announced, announcedVersion,
    /// announcedEpoch; guarded (`on`, `off`); claim (`HOLDER EPOCH MILLIS` of the holder's last
    /// event); newest (`SEQ AUTHOR SEQ` of the newest message, its author, and the newest one of
    /// anybody else); preview (`SEQ EDIT AUTHOR KIND` of what the list shows and of its newest
    /// edit, or 0); floor, floorCount, floorDigest (first seq that is kept, and what stood just
    /// before it). Kept as long as the log.
    static String meta(ConversationId conversation) {
        return "{c:" + conversation + "}:meta";
    }

    /// Hash: account -> `floor floorCount floorOwn`, for whoever left followed by `seq COUNT/OWN
    /// digest millis title` of leaving. Kept as long as the log.
    static String members(ConversationId conversation) {
        return "{c:" + conversation + "}:members";
    }

    /// Hash: `DEVICE` -> last clientSeq; `DEVICE:CLIENTSEQ` -> outcome (`s SEQ MILLIS` stored, `r
    /// CODE SEQ` refused) of the last 64; `DEVICE:fence` -> greatest fence seen; `DEVICE:open` ->
    /// skipped numbers, `FROM-TO,FROM-TO`. Kept as long as the log.
    static String senders(ConversationId conversation) {
        return "{c:" + conversation + "}:senders";
    }

    /// Hash: account -> how many countable events it wrote. Kept as long as the log.
    static String own(ConversationId conversation) {
        return "{c:" + conversation + "}:own";
    }

    /// Hash: account -> how many of them stand below the floor. Kept as long as the log.
    static String below(ConversationId conversation) {
        return "{c:" + conversation + "}:below";
    }

    /// Hash: seq -> `COUNT DIGEST ENTRY` of an event that was recalled, its entry without text;
    /// `i:ID` -> `SEQ AUTHOR` of a recalled message; `p:ID` -> account that recalled this message,
    /// which may come back later, or edits of it. The first two go with the floor.
    static String gone(ConversationId conversation) {
        return "{c:" + conversation + "}:gone";
    }

    /// Hash: message id -> seqs of its edits above the floor, joined by commas.
    static String edits(ConversationId conversation) {
        return "{c:" + conversation + "}:edits";
    }

    /// Hash: account -> `CHANGED SEQ,SEQ..`: the newest messages that mention it, and the seq of
    /// the event that changed the list last. Messages below the floor leave it.
    static String mentions(ConversationId conversation) {
        return "{c:" + conversation + "}:mentions";
    }

    /// Hash: author -> `CHANGED SEQ,SEQ..`: its newest recalled messages, like [#mentions].
    static String recalled(ConversationId conversation) {
        return "{c:" + conversation + "}:recalled";
    }

    /// Hash: register key -> `MAJOR MINOR REVISION JSON` (rank 0 0 if it has none). Kept as long as
    /// the account.
    static String registers(AccountId account) {
        return "{a:" + account + "}:registers";
    }

    /// Sorted set: register key by its revision. Kept as long as the account.
    static String feed(AccountId account) {
        return "{a:" + account + "}:feed";
    }

    /// Integer: newest revision of the account's feed. Kept as long as the account.
    static String revision(AccountId account) {
        return "{a:" + account + "}:revision";
    }

    /// Hash: device -> `FENCE NODE MILLIS` of its last lease and its end; fence 0 once released.
    /// Kept as long as the account.
    static String leases(AccountId account) {
        return "{a:" + account + "}:leases";
    }

    /// Integer: the last fence given to a device of the account. Kept as long as the account.
    static String fence(AccountId account) {
        return "{a:" + account + "}:fence";
    }

    /// Set: conversations with events that the node may not have announced. Emptied by the node
    /// when they are quiet, by the sweeper when it is dead.
    static String announcing(NodeId node) {
        return "{n:" + node + "}:announcing";
    }

    /// Set: `ACCOUNT DEVICE FENCE` of each lease taken at the node and not released there. Emptied
    /// like [#announcing].
    static String sessions(NodeId node) {
        return "{n:" + node + "}:sessions";
    }

    /// Channel (no key): hints to the node.
    static String hints(NodeId node) {
        return "{n:" + node + "}:hints";
    }
}
