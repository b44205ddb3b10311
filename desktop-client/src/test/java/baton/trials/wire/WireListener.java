package baton.trials.wire;

/// What a [WireSocket] hears. Called by the thread of its [WireLoop].
public interface WireListener {
    /// The relay has let it in.
    void opened();

    /// A whole frame.
    ///
    /// @param bytes UTF-8, its own only during the call
    /// @param from first byte of the frame
    /// @param to after its last one
    void heard(byte[] bytes, int from, int to);

    /// It is over; nothing follows.
    ///
    /// @param code of the close frame; 1006 if there was none
    void closed(int code);
}
