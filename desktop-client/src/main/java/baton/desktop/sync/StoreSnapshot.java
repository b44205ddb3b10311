package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SpanSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that the engine needs of the store to begin, or to begin again: recovery is the normal
/// start.
///
/// @param epoch of the relay's store that all of this goes by; 0 if none was ever named
/// @param cursor the account revision up to which every register is stored
/// @param registers each key once
/// @param spans what is held of each conversation; absent means nothing
/// @param edges the first and the last event of each span, in any order
/// @param aside conversations of which events are set aside
/// @param lastClientSeq the last one given out per conversation; absent means none
/// @param outbox in the order of (conversation, clientSeq)
/// @param local what was done here and is not confirmed yet
public record StoreSnapshot(
        long epoch,
        long cursor,
        List<Revised> registers,
        Map<ConversationId, SpanSet> spans,
        Map<ConversationId, List<Place>> edges,
        Set<ConversationId> aside,
        Map<ConversationId, Long> lastClientSeq,
        List<OutboxRow> outbox,
        Local local) {
    public static final StoreSnapshot EMPTY =
            new StoreSnapshot(
                    0,
                    0,
                    List.of(),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    Map.of(),
                    List.of(),
                    new Local(List.of(), List.of(), List.of()));

    /// @param reads marks set here that the feed has not confirmed yet
    /// @param drafts typed here that the relay has not confirmed yet
    /// @param settings to be told to the relay
    public record Local(
            List<Register.Read> reads, List<LocalDraft> drafts, List<LocalSetting> settings) {}
}
