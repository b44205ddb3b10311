package baton.desktop.net;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.KeyFingerprint;
import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import java.io.IOException;
import java.net.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The requests around a connection; see [AccountApi]. Every call blocks for at most 20 seconds.
/// Any thread.
public final class AccountHttp implements AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final int ERRORS = 400;
    private static final int NOT_FOUND = 404;

    private final FrameCodec codec = new FrameCodec();
    private final Proxies proxies;
    private final HttpClient plain;
    private final Map<Optional<KeyFingerprint>, HttpClient> secure = new ConcurrentHashMap<>();

    public AccountHttp(Proxies proxies) {
        this.proxies = proxies;
        this.plain = builder().build();
    }

    private HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .proxy(proxies);
    }

    /// One client for each key: a profile meets one or two.
    private HttpClient client(RelayAddress relay) {
        return relay.secure()
                ? secure.computeIfAbsent(
                        relay.key(),
                        key -> builder().sslContext(new RelayTrust(key).context()).build())
                : plain;
    }

    public AccountApi.SignedIn signUp(RelayAddress relay, AccountApi.SignUp request)
            throws RelayRefusedException {
        return enter(relay, AccountApi.ACCOUNTS, request);
    }

    public AccountApi.SignedIn signIn(RelayAddress relay, AccountApi.SignIn request)
            throws RelayRefusedException {
        return enter(relay, AccountApi.DEVICES, request);
    }

    /// Signs in with a code that another device shows.
    public AccountApi.SignedIn linkIn(RelayAddress relay, AccountApi.LinkIn request)
            throws RelayRefusedException {
        return enter(relay, AccountApi.LINK_IN, request);
    }

    /// The device's token opens nothing any more.
    public void signOut(RelayAddress relay, String token) throws RelayRefusedException {
        accepted(answer(relay, to(relay, AccountApi.THIS_DEVICE, token).DELETE().build()));
    }

    /// The token of another device of the account opens nothing any more.
    public void signOut(RelayAddress relay, String token, DeviceId device)
            throws RelayRefusedException {
        accepted(answer(relay, to(relay, AccountApi.pathOf(device), token).DELETE().build()));
    }

    /// A device of the account is called so from now on.
    public void rename(RelayAddress relay, String token, DeviceId device, String name)
            throws RelayRefusedException {
        accepted(
                answer(
                        relay,
                        to(relay, AccountApi.pathOf(device), token)
                                .header("Content-Type", "application/json")
                                .method("PATCH", json(new AccountApi.Rename(name)))
                                .build()));
    }

    /// A code that signs one more device in.
    public AccountApi.Link openLink(RelayAddress relay, String token) throws RelayRefusedException {
        HttpRequest post = to(relay, AccountApi.LINKS, token).POST(BodyPublishers.noBody()).build();
        return decoded(accepted(answer(relay, post)), AccountApi.Link.class);
    }

    /// Empty if there is no such account.
    public Optional<AccountApi.Found> find(RelayAddress relay, String token, AccountId account)
            throws RelayRefusedException {
        HttpResponse<String> answer =
                answer(relay, to(relay, AccountApi.ACCOUNTS + "/" + account, token).GET().build());
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(decoded(accepted(answer), AccountApi.Found.class));
    }

    private AccountApi.SignedIn enter(RelayAddress relay, String path, Record request)
            throws RelayRefusedException {
        HttpRequest post =
                HttpRequest.newBuilder(relay.http(path))
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .POST(json(request))
                        .build();
        return decoded(accepted(answer(relay, post)), AccountApi.SignedIn.class);
    }

    private HttpRequest.BodyPublisher json(Record request) {
        return BodyPublishers.ofString(codec.encodeApi(request));
    }

    private static HttpRequest.Builder to(RelayAddress relay, String path, String token) {
        return HttpRequest.newBuilder(relay.http(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> answer(RelayAddress relay, HttpRequest request)
            throws RelayRefusedException {
        try {
            return client(relay).send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            Optional<UntrustedKeyException> key = Faults.keyBehind(e);
            if (key.isPresent()) {
                throw new RelayRefusedException(key.get());
            }
            boolean isDirect = proxies.select(request.uri()).equals(List.of(Proxy.NO_PROXY));
            throw new RelayRefusedException(Faults.through(!isDirect, Faults.of(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RelayRefusedException(Faults.UNREACHABLE, e);
        }
    }

    private String accepted(HttpResponse<String> answer) throws RelayRefusedException {
        if (answer.statusCode() < ERRORS) {
            return answer.body();
        }
        throw new RelayRefusedException(problem(answer));
    }

    private String problem(HttpResponse<String> answer) {
        try {
            return codec.decodeApi(answer.body(), AccountApi.Problem.class).code();
        } catch (MalformedFrameException e) {
            // Somebody between here and the relay answered, in words of their own.
            return Faults.ofStatus(answer.statusCode());
        }
    }

    private <T extends Record> T decoded(String body, Class<T> type) throws RelayRefusedException {
        try {
            return codec.decodeApi(body, type);
        } catch (MalformedFrameException e) {
            throw new RelayRefusedException(Faults.NOT_A_RELAY, e);
        }
    }

    @Override
    public void close() {
        plain.shutdownNow();
        secure.values().forEach(HttpClient::shutdownNow);
    }
}
