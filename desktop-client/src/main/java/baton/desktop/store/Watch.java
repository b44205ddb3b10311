package baton.desktop.store;

/// Whoever waits for a long piece of work on a store. Asked and told on the thread that works.
public interface Watch {
    /// Watches nothing and waits for ever.
    Watch NONE = new Watch() {};

    /// @return false to break the work off
    default boolean isWanted() {
        return true;
    }

    /// @param done rises from 0
    /// @param total never less than `done`
    default void passed(long done, long total) {}
}
