package baton.desktop.net;

import baton.protocol.ClientFrame;

/// One connection to a relay, from [Connector#open] until it has closed. Any thread.
public interface Connection {

    /// Hands a frame to the connection's writer and returns at once.
    ///
    /// @return false if it was not taken, because the connection is not open or its queue is full;
    ///   a connection whose queue is full closes
    boolean send(ClientFrame frame);

    /// Ends the connection. Closing it twice does nothing.
    void close();
}
