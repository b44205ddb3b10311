package baton.desktop.store;

import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.ConversationId;
import baton.model.Tally;
import java.util.List;

/// The writing side of a device's store. One thread at a time: `sync`.
public interface Store {

    /// All that an engine needs to begin.
    ///
    /// @throws StoreException if the store cannot be read
    StoreSnapshot load();

    /// Writes all changes in their order in one durable transaction, or none of them.
    ///
    /// @throws StoreException if nothing was written
    void commit(List<StoreChange> changes);

    /// The account's prefix counts at a seq, as far as this device can know them: counted back from
    /// the nearest place above whose tally is known, or forward from the nearest below.
    ///
    /// @param seq 0 or more
    Tally tallyAt(ConversationId conversation, long seq);
}
