package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SpanSet;
import java.util.List;
import java.util.Map;

/// All that the engine needs of the store to begin, or to begin again: recovery is the normal
/// start.
///
/// @param cursor the account revision up to which every register is stored
/// @param registers each key once
/// @param spans what is held of each conversation; absent means nothing
/// @param lastClientSeq the last one given out per conversation; absent means none
/// @param outbox in the order of (conversation, clientSeq)
/// @param localReads read marks set here that the feed has not confirmed yet
/// @param localDrafts drafts typed here that the relay has not confirmed yet
public record StoreSnapshot(
        long cursor,
        List<Revised> registers,
        Map<ConversationId, SpanSet> spans,
        Map<ConversationId, Long> lastClientSeq,
        List<OutboxRow> outbox,
        List<Register.Read> localReads,
        List<LocalDraft> localDrafts) {
    public static final StoreSnapshot EMPTY =
            new StoreSnapshot(0, List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
}
