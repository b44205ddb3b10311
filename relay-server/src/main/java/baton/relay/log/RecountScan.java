package baton.relay.log;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Counts what an account has not read from the events themselves, page by page. Stateless.
public final class RecountScan {
    private final FrameCodec codec;

    public RecountScan(FrameCodec codec) {
        this.codec = codec;
    }

    /// Reads one page of the log at hand, as the account may see it.
    @FunctionalInterface
    public interface Reader {
        Optional<LogPage> read(long from, long to);
    }

    /// As [ConversationLog#recount] says.
    public Optional<Recount> of(AccountId account, long read, Reader reader) {
        Optional<LogPage> newest = reader.read(read + 1, Long.MAX_VALUE);
        if (newest.isEmpty() || newest.get().events().isEmpty()) {
            return newest.map(page -> new Recount(page.epoch(), page.from(), page.to(), 0, 0, 0));
        }
        List<StoredEvent> newestFirst = new ArrayList<>(newest.get().events().reversed());
        boolean isWhole = false;
        while (!isWhole) {
            if (newestFirst.size() > Limits.AUDIT_EVENTS_MAX) {
                return Optional.empty();
            }
            Optional<LogPage> below = reader.read(read + 1, newestFirst.getLast().seq() - 1);
            if (below.filter(page -> page.head() != newest.get().head()).isPresent()) {
                // A recall among what came meanwhile takes away what was counted a moment ago.
                return Optional.empty();
            }
            isWhole = below.isEmpty() || below.get().events().isEmpty();
            below.ifPresent(page -> newestFirst.addAll(page.events().reversed()));
        }
        StoredEvent head = newestFirst.getFirst();
        return count(newest.get().epoch(), head, account, newestFirst.reversed());
    }

    /// Empty if badges cannot know of all that is notable: they keep the newest, and one that was
    /// notable once may have pushed another one out.
    private Optional<Recount> count(
            long epoch, StoredEvent head, AccountId account, List<StoredEvent> oldestFirst) {
        Map<MessageId, Boolean> namesAccount = new HashMap<>();
        Map<MessageId, Boolean> edits = new HashMap<>();
        Set<MessageId> notable = new HashSet<>();
        for (Event event : oldestFirst.stream().map(this::decode).toList()) {
            switch (event.body()) {
                case EventBody.Message message when !event.author().equals(account) -> {
                    namesAccount.put(event.id(), message.mentions().contains(account));
                    noteIf(message.mentions().contains(account), event.id(), notable);
                }
                case EventBody.Edited edited -> {
                    edits.put(edited.target().id(), edited.mentions().contains(account));
                    noteIf(edited.mentions().contains(account), edited.target().id(), notable);
                }
                case EventBody.Gone gone -> noteIf(gone.isCountable(), event.id(), notable);
                default -> {}
            }
        }
        // A message may have come back behind its edits.
        edits.forEach((id, names) -> namesAccount.computeIfPresent(id, (_, _) -> names));
        long mentions = namesAccount.values().stream().filter(names -> names).count();
        return notable.size() > Limits.NOTABLE_KEPT
                ? Optional.empty()
                : Optional.of(
                        new Recount(
                                epoch,
                                oldestFirst.getFirst().seq(),
                                head.seq(),
                                head.digest(),
                                namesAccount.size(),
                                mentions));
    }

    private static void noteIf(boolean holds, MessageId message, Set<MessageId> notable) {
        if (holds) {
            notable.add(message);
        }
    }

    private Event decode(StoredEvent stored) {
        try {
            return codec.decodeStored(stored);
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("damaged entry at " + stored.seq(), e);
        }
    }
}
