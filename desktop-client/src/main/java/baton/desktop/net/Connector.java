package baton.desktop.net;

/// Opens connections to the one relay of this profile, with this device's token.
public interface Connector {

    /// Starts to connect and returns at once. Every connection ends with exactly one
    /// [ConnectionListener#closed], also one that never opened.
    ///
    /// @param listener called on other threads, or on this one before the call returns
    Connection open(ConnectionListener listener);
}
