package baton.relay.app;

import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import baton.protocol.ProtocolVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Speaks to a relay as a device does, and as one that misbehaves.
final class Client {
    static final String PASSWORD = "correct horse battery";

    private final URI relay;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FrameCodec codec = new FrameCodec();

    Client(URI relay) {
        this.relay = relay;
    }

    private URI http(String path) {
        return URI.create("http://" + relay.getHost() + ":" + relay.getPort() + path);
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(http(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// Posts pieces that do not arrive together: between two of them somebody else is answered.
    ///
    /// @return all of the answer
    String postInPieces(String path, String body, int pieces) throws Exception {
        try (Socket socket = new Socket(relay.getHost(), relay.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            String header =
                    "POST %s HTTP/1.1\r\nHost: relay\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, body.length());
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            int each = body.length() / pieces;
            for (int from = 0; from < body.length(); from += each) {
                int to = Math.min(body.length(), from + each);
                out.write(body.substring(from, to).getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 4; i++) {
                    ask("GET", "/livez", "");
                }
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    HttpResponse<String> post(String path, Record body) throws Exception {
        return post(path, codec.encodeApi(body));
    }

    HttpResponse<String> ask(String method, String path, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(http(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> rename(String device, String json, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(http(AccountApi.DEVICES + "/" + device))
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    AccountApi.Link openLink(String token) throws Exception {
        HttpResponse<String> answer = ask("POST", AccountApi.LINKS, token);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return codec.decodeApi(answer.body(), AccountApi.Link.class);
    }

    HttpResponse<String> linkIn(String code) throws Exception {
        return post(AccountApi.LINK_IN, new AccountApi.LinkIn(code, "phone", "linux"));
    }

    AccountApi.SignedIn signUp(String handle) throws Exception {
        HttpResponse<String> answer = post(AccountApi.ACCOUNTS, signUpOf(handle));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return codec.decodeApi(answer.body(), AccountApi.SignedIn.class);
    }

    static AccountApi.SignUp signUpOf(String handle) {
        return new AccountApi.SignUp(handle, PASSWORD, "Name of " + handle, "desk", "linux");
    }

    HttpResponse<String> signIn(String handle, String password) throws Exception {
        return post(AccountApi.DEVICES, new AccountApi.SignIn(handle, password, "laptop", "linux"));
    }

    /// A WebSocket that notes all that it hears.
    static final class Heard implements WebSocket.Listener {
        final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return java.util.concurrent.CompletableFuture.completedStage(data);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.add(code);
            return java.util.concurrent.CompletableFuture.completedStage(code);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.add(1006);
        }

        String next() throws InterruptedException {
            String frame = frames.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within 10 s; closed: " + closed);
            }
            return frame;
        }

        int closeCode() throws InterruptedException {
            Integer code = closed.poll(10, TimeUnit.SECONDS);
            if (code == null) {
                throw new AssertionError("not closed within 10 s");
            }
            return code;
        }
    }

    /// Connects as a device of the newest version.
    WebSocket open(String token, WebSocket.Listener heard) throws Exception {
        return open(ProtocolVersion.CURRENT, token, heard);
    }

    WebSocket open(int version, String token, WebSocket.Listener heard) throws Exception {
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .header(ProtocolVersion.HEADER, Integer.toString(version))
                .buildAsync(URI.create(relay + ProtocolVersion.PATH), heard)
                .get(10, TimeUnit.SECONDS);
    }

    /// Sends a handshake with these headers and reads until the relay closes the connection.
    String handshake(String path, String... headers) throws IOException {
        try (Socket socket = handshaking(path, headers)) {
            socket.setSoTimeout(10_000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Sends a handshake over a bare socket, which the caller closes.
    Socket handshaking(String path, String... headers) throws IOException {
        Socket socket = new Socket(relay.getHost(), relay.getPort());
        String request =
                "GET "
                        + path
                        + " HTTP/1.1\r\n"
                        + "Host: relay\r\n"
                        + "Upgrade: websocket\r\n"
                        + "Connection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\n"
                        + String.join("\r\n", headers)
                        + (headers.length == 0 ? "" : "\r\n")
                        + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
