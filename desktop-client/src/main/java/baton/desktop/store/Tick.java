package baton.desktop.store;

/// How far a message of one's own has come.
public enum Tick {
    /// Not one's own message.
    NONE,
    /// On this device's disk only: a clock.
    WAITING,
    /// On the relay's disk: ✓
    SENT,
    /// On a device of every other member of now: ✓✓
    DELIVERED,
    /// Read by every other member of now: ✓✓ in colour
    READ,
    /// Refused or given up: a person has to decide.
    FAILED
}
