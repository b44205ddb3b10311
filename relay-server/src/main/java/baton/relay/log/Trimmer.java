package baton.relay.log;

import baton.model.ConversationId;
import baton.relay.node.Nodes;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/// Walks through all logs without end and removes what is not to be kept any more, a chunk at a
/// time. Any number of nodes may do so at once. For one thread.
public final class Trimmer {
    private final LogShelf shelf;
    private final Nodes nodes;
    private final Consumer<Collection<ConversationId>> resume;
    private final KeptHistory kept;
    private final InstantSource clock;
    private final Queue<ConversationId> ahead = new ArrayDeque<>();
    private String next = LogShelf.START;

    /// @param resume announces conversations as far as they need it
    public Trimmer(
            LogShelf shelf,
            Nodes nodes,
            Consumer<Collection<ConversationId>> resume,
            KeptHistory kept,
            InstantSource clock) {
        this.shelf = shelf;
        this.nodes = nodes;
        this.resume = resume;
        this.kept = kept;
        this.clock = clock;
    }

    /// One chunk of work. A conversation is noted as unannounced before it is trimmed, so that its
    /// members learn of the new floor even if this node dies at once.
    ///
    /// @return whether the walk goes on; false if it came to its end and the next one may wait
    /// @throws baton.relay.node.StoreUnavailableException if the store is away; the same step is
    ///   taken again
    public boolean step() {
        if (kept.isEverything()) {
            return false;
        }
        ConversationId conversation = ahead.peek();
        if (conversation == null) {
            LogShelf.Stretch stretch = shelf.walk(next, kept, clock.instant());
            ahead.addAll(stretch.conversations());
            next = stretch.next();
            return !ahead.isEmpty() || !next.equals(LogShelf.START);
        }
        nodes.adopt(List.of(conversation));
        boolean isMore = shelf.trim(conversation, kept, clock.instant());
        resume.accept(List.of(conversation));
        if (!isMore) {
            ahead.remove();
        }
        return !ahead.isEmpty() || !next.equals(LogShelf.START);
    }
}
