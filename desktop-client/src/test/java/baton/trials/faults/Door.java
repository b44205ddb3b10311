package baton.trials.faults;

import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Signs people up and devices in, without any device. For any threads.
final class Door {
    static final String PASSWORD = "quartz-otter-7731";

    private static final FrameCodec CODEC = new FrameCodec();
    private static final int READY = 200;
    private static final int CREATED = 201;
    private static final int BUSY = 503;
    private static final int TRIES = 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String relay;

    /// @param relay of one node
    Door(String relay) {
        this.relay = relay.replace("ws://", "http://");
    }

    /// @return the token of the account's first device
    String signUp(String handle) {
        return post(
                AccountApi.ACCOUNTS,
                new AccountApi.SignUp(handle, PASSWORD, "Dr " + handle, "crowd", "linux"));
    }

    /// @return the token of one more device
    String signIn(String handle) {
        return post(
                AccountApi.DEVICES, new AccountApi.SignIn(handle, PASSWORD, "auditor", "linux"));
    }

    /// Whether the relay would serve devices now.
    boolean isReady() {
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create(relay + "/readyz")).build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == READY;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private HttpResponse<String> asked(String path, Record body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(relay + path))
                        .POST(HttpRequest.BodyPublishers.ofString(CODEC.encodeApi(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String post(String path, Record body) {
        try {
            HttpResponse<String> answer = asked(path, body);
            // Passwords are hashed a few at a time: a busy machine answers that it cannot just now.
            for (int i = 0; answer.statusCode() == BUSY && i < TRIES; i++) {
                answer = asked(path, body);
            }
            if (answer.statusCode() != CREATED) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return CODEC.decodeApi(answer.body(), AccountApi.SignedIn.class).token();
        } catch (IOException | MalformedFrameException e) {
            throw new AssertionError("the relay does not let " + body + " in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
