package baton.model;

import java.util.UUID;

/// The message that an edit, a recall, a reaction or a reply is about. `seq` says where to look;
/// `id` says which one it is. Both agree unless a store lost the end of its log and the message was
/// offered again: then it stands at another seq, and the id decides.
///
/// @param seq of the message when this was written; 0 with [#NONE]
public record Target(long seq, MessageId id) {
    /// Nothing, for a message that replies to none.
    public static final Target NONE = new Target(0, new MessageId(new UUID(0, 0)));

    public boolean isNone() {
        return seq == 0;
    }
}
