package baton.relay.log;

import baton.model.ConversationId;
import java.time.Instant;
import java.util.List;

/// All logs as they stand in a row, to be walked along and trimmed. May be used by any thread;
/// blocks, and throws [baton.relay.node.StoreUnavailableException]. Each call does a bounded amount
/// of work.
public interface LogShelf {
    /// Where every walk begins and ends.
    String START = "0";

    /// Events that one call of [#trim] removes at most.
    int CHUNK = 100;

    /// Some conversations; a conversation may come more than once on one walk.
    ///
    /// @param next where the walk goes on; [#START] if it is over
    record Stretch(List<ConversationId> conversations, String next) {
        public Stretch {
            conversations = List.copyOf(conversations);
        }
    }

    /// Looks at the next conversations and names those that hold something that is not to be kept:
    /// on each walk every one that holds it all the time.
    Stretch walk(String from, KeptHistory kept, Instant now);

    /// Removes the oldest events that are not to be kept, and raises the log's floor with the
    /// tallies just before it.
    ///
    /// @return whether there may be more to remove
    boolean trim(ConversationId conversation, KeptHistory kept, Instant now);
}
