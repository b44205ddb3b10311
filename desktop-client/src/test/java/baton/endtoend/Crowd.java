package baton.endtoend;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.ProtocolVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Many devices of many people, in groups that talk: as the relay sees them, and no more. Each
/// account has [#DEVICES_PER_ACCOUNT] devices, each group [#ACCOUNTS_PER_GROUP] accounts. One
/// thread.
final class Crowd {
    static final int DEVICES_PER_ACCOUNT = 20;
    static final int ACCOUNTS_PER_GROUP = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI relay;
    private final AccountRequests requests;
    private final List<String> tokens = new ArrayList<>();

    Crowd(URI relay) {
        this.relay = relay;
        requests = new AccountRequests(http, relay);
    }

    /// Signs up accounts until there are so many devices, one of each account first.
    void signUp(int devices) throws IOException, InterruptedException {
        int accounts = (devices + DEVICES_PER_ACCOUNT - 1) / DEVICES_PER_ACCOUNT;
        List<String> first = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            first.add(
                    requests.signedIn(
                            AccountApi.ACCOUNTS,
                            new AccountApi.SignUp(
                                    handle(i), Scene.PASSWORD, "Person", "desk", "linux")));
        }
        tokens.addAll(first);
        for (int i = 0; tokens.size() < devices; i = (i + 1) % accounts) {
            String code = requests.link(first.get(i));
            tokens.add(
                    requests.signedIn(
                            AccountApi.LINK_IN, new AccountApi.LinkIn(code, "more", "linux")));
        }
    }

    private static String handle(int account) {
        return "person%03d".formatted(account);
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
