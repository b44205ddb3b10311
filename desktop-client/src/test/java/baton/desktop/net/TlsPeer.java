package baton.desktop.net;

import baton.relay.tls.RelayKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Somebody behind TLS who notes what each caller says before it is answered: an answer of a relay
/// that let it in.
final class TlsPeer implements AutoCloseable {
    private static final String BODY =
            "{\"account\":\"ana\",\"name\":\"Ana\",\"device\":\"d1\",\"token\":\"t\"}";
    private static final String ANSWER =
            "HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: "
                    + BODY.length()
                    + "\r\n\r\n"
                    + BODY;

    private final SSLServerSocket server;
    private final BlockingQueue<String> heard = new ArrayBlockingQueue<>(100);

    TlsPeer(RelayKey key, String... protocols) throws Exception {
        server =
                (SSLServerSocket)
                        key.context()
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(protocols);
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (SSLSocket caller = (SSLSocket) server.accept()) {
                heard.add(firstWords(caller));
            } catch (IOException e) {
                heard.add("");
            }
        }
    }

    /// Empty if the caller hung up without a word.
    private static String firstWords(SSLSocket caller) {
        try {
            InputStream in = caller.getInputStream();
            byte[] words = new byte[8192];
            int length = in.read(words);
            if (length > 0) {
                caller.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                return new String(words, 0, length, StandardCharsets.ISO_8859_1);
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    /// What the next caller said.
    String heard() throws InterruptedException {
        String words = heard.poll(30, TimeUnit.SECONDS);
        return words == null ? "nobody called" : words;
    }

    RelayAddress address() {
        return new RelayAddress(true, "localhost", server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
