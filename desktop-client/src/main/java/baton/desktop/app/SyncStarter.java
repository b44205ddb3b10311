package baton.desktop.app;

import baton.desktop.net.Connector;
import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Intents;
import baton.desktop.store.Identity;
import baton.desktop.store.Store;

/// Starts the loop that keeps a store in step with a relay.
@FunctionalInterface
interface SyncStarter {

    Sync start(Store store, Connector connector, Identity self);

    /// A running loop. Closing it ends its thread; what it had committed stays.
    interface Sync extends AutoCloseable {
        Intents intents();

        ChangeHints hints();

        @Override
        void close();
    }
}
