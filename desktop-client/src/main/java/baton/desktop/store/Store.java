package baton.desktop.store;

import baton.desktop.sync.Place;
import baton.desktop.sync.Recount;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.ConversationId;
import baton.model.Event;
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

    /// Makes some more texts findable, if there are any that are not: a piece of work between two
    /// turns, so that neither waits long for the other.
    ///
    /// @param letters how many letters to read at most, one text at least
    /// @return how many texts are left
    /// @throws StoreException if nothing was written
    default long fillSearch(int letters) {
        return 0;
    }

    /// Gives the disk back what the file does not use. Takes seconds if the file is large; readers
    /// go on meanwhile.
    ///
    /// @throws StoreException if nothing was changed
    default void compact() {}

    /// The account's prefix counts at a seq, as far as this device can know them: counted back from
    /// the nearest place above whose tally is known, or forward from the nearest below.
    ///
    /// @param seq 0 or more
    Tally tallyAt(ConversationId conversation, long seq);

    /// Events that were set aside, in the order of the seqs at which they stood.
    List<Event> aside(ConversationId conversation);

    /// How the log stands at each event held between two seqs, rising.
    List<Place> places(ConversationId conversation, long from, long to);

    /// What of the events held after a seq and up to another is unread, counted one by one:
    /// countable events of others whose body was not recalled, and those of them that name the
    /// account, as their newest edit left them.
    Recount recount(ConversationId conversation, long after, long upTo);
}
