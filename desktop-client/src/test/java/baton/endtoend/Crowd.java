package baton.endtoend;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ProtocolVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Many devices of many people, in groups that talk: as the relay sees them, and no more. Each
/// account has [#DEVICES_PER_ACCOUNT] devices, each group [#ACCOUNTS_PER_GROUP] accounts. One
/// thread.
final class Crowd {
    static final int DEVICES_PER_ACCOUNT = 20;
    static final int ACCOUNTS_PER_GROUP = 5;

    private static final FrameCodec CODEC = new FrameCodec();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI relay;
    private final List<String> tokens = new ArrayList<>();

    Crowd(URI relay) {
        this.relay = relay;
    }

    /// Signs up accounts until there are so many devices, one of each account first.
    void signUp(int devices) throws IOException, InterruptedException {
        int accounts = (devices + DEVICES_PER_ACCOUNT - 1) / DEVICES_PER_ACCOUNT;
        List<String> first = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            first.add(
                    signedIn(
                            AccountApi.ACCOUNTS,
                            new AccountApi.SignUp(
                                    handle(i), Scene.PASSWORD, "Person", "desk", "linux"),
                            ""));
        }
        tokens.addAll(first);
        for (int i = 0; tokens.size() < devices; i = (i + 1) % accounts) {
            AccountApi.Link link =
                    decoded(post(AccountApi.LINKS, "", first.get(i)), AccountApi.Link.class);
            tokens.add(
                    signedIn(
                            AccountApi.LINK_IN,
                            new AccountApi.LinkIn(link.code(), "more", "linux"),
                            ""));
        }
    }

    private static String handle(int account) {
        return "person%03d".formatted(account);
    }

    private String signedIn(String path, Record body, String token)
            throws IOException, InterruptedException {
        String answer = post(path, CODEC.encodeApi(body), token);
        return decoded(answer, AccountApi.SignedIn.class).token();
    }

    private String post(String path, String body, String token)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(at("http", path))
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
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

    private URI at(String scheme, String path) {
        return URI.create(scheme + "://" + relay.getHost() + ":" + relay.getPort() + path);
    }

    String token(int device) {
        return tokens.get(device);
    }

    int accounts() {
        return (tokens.size() + DEVICES_PER_ACCOUNT - 1) / DEVICES_PER_ACCOUNT;
    }

    int groups() {
        return (accounts() + ACCOUNTS_PER_GROUP - 1) / ACCOUNTS_PER_GROUP;
    }

    /// Connects a device that reads.
    ReadingDevice connect(int device) {
        return ReadingDevice.connect(
                http.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token(device))
                        .header(ProtocolVersion.HEADER, Integer.toString(ProtocolVersion.CURRENT)),
                at("ws", ProtocolVersion.PATH));
    }

    static ConversationId group(int group) {
        return ConversationId.group("crowd%015d".formatted(group));
    }

    /// The first event of a group; said by the first device of its first account.
    ClientFrame.Send founding(int group) {
        List<AccountId> members =
                IntStream.range(group * ACCOUNTS_PER_GROUP, (group + 1) * ACCOUNTS_PER_GROUP)
                        .filter(account -> account < accounts())
                        .mapToObj(account -> new AccountId(handle(account)))
                        .toList();
        return send(group, 1, new EventBody.Created("Crowd", members));
    }

    static ClientFrame.Send send(int group, long clientSeq, EventBody body) {
        MessageId id = MessageId.of(clientSeq, group, clientSeq);
        return new ClientFrame.Send(group(group), clientSeq, id, 0, 0, body);
    }
}
