package baton.trials.crash;

/// One system call of a store, as far as a crash can tell.
sealed interface Call {

    /// @param bytes that reached the system; the disk has them for certain after a [Sync]
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record Write(String file, long offset, byte[] bytes) implements Call {}

    record Truncate(String file, long length) implements Call {}

    record Remove(String file) implements Call {}

    record Sync(String file) implements Call {}

    /// The store has said that everything up to this number is committed.
    record Committed(long number) implements Call {}
}
