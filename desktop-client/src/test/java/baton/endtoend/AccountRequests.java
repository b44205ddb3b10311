package baton.endtoend;

import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Signs people and their devices in at a relay, without a device. Each request must be granted.
/// Any thread.
public final class AccountRequests {
    private static final FrameCodec CODEC = new FrameCodec();

    private final HttpClient http;
    private final URI relay;

    /// @param relay only host and port count
    public AccountRequests(HttpClient http, URI relay) {
        this.http = http;
        this.relay = relay;
    }

    /// @return the token of the device that came in
    public String signedIn(String path, Record body) throws IOException, InterruptedException {
        return decoded(post(path, CODEC.encodeApi(body), ""), AccountApi.SignedIn.class).token();
    }

    /// @param token of a device of the account
    /// @return a code by which another device comes in
    public String link(String token) throws IOException, InterruptedException {
        return decoded(post(AccountApi.LINKS, "", token), AccountApi.Link.class).code();
    }

    private String post(String path, String body, String token)
            throws IOException, InterruptedException {
        URI at = URI.create("http://" + relay.getHost() + ":" + relay.getPort() + path);
        HttpRequest request =
                HttpRequest.newBuilder(at)
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static <T extends Record> T decoded(String json, Class<T> type) {
        try {
            return CODEC.decodeApi(json, type);
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }
}
