package baton.relay.session;

/// Where a session's frames leave: the bounded queue in front of one socket's writer. Called by the
/// session's thread only; no method blocks.
public interface FrameSink {

    /// Queues one encoded frame.
    ///
    /// @return false if the queue is full; the frame is not sent then
    boolean offer(String frame);

    /// As [#offer], for what nobody asked for: leaves room for answers.
    default boolean offerPush(String frame) {
        return offer(frame);
    }

    /// Closes the socket once what was queued before has been written. Further calls change
    /// nothing.
    ///
    /// @param code of RFC 6455 or one of [CloseCode]
    void close(int code, String reason);
}
