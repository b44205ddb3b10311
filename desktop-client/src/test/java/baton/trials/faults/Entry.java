package baton.trials.faults;

/// An act in a ledger, and what its device said of it.
///
/// @param number 1, 2, 3 … of its device
/// @param round of the campaign in which it was done
record Entry(long number, long round, Act act, Fate fate) {

    /// What is known of an act.
    enum Fate {
        /// Written down before the device was asked. It may have happened or not.
        INTENDED,

        /// On the device's disk: from then on nothing may lose it.
        PROMISED,

        /// The device said that it did not store it.
        REJECTED
    }

    boolean isPromised() {
        return fate == Fate.PROMISED;
    }
}
