package baton.relay.redis;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/// Lets Jedis speak to a Redis behind a socket file, without native libraries.
///
/// @param readMillis how long an answer may take
record UnixSocketFactory(Path path, int readMillis) implements JedisSocketFactory {
    @Override
    public Socket createSocket() throws JedisConnectionException {
        try {
            Socket socket = new UnixSocket(path);
            socket.setSoTimeout(readMillis);
            return socket;
        } catch (IOException e) {
            throw new JedisConnectionException("cannot open " + path, e);
        }
    }
}
