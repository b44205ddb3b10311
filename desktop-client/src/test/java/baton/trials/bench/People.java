package baton.trials.bench;

import baton.model.AccountId;
import baton.protocol.AccountApi;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Accounts of a relay and the tokens of their devices. Signing up takes the relay a while, as
/// hashing a password should, so several sign up at once. One thread.
final class People {
    private static final String PASSWORD = "quartz-otter-7731";
    private static final FrameCodec CODEC = new FrameCodec();

    /// As many as the relay hashes at once.
    private static final int AT_ONCE = 4;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI relay;
    private final List<Person> people = new ArrayList<>();

    /// @param tokens one per device
    record Person(AccountId account, List<String> tokens) {}

    People(URI relay) {
        this.relay = relay;
    }

    /// Signs up until there are as many.
    ///
    /// @param devices of each person; the first signs up, the others are linked
    List<Person> atLeast(int count, int devices) throws Exception {
        List<Future<Person>> coming = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = people.size(); i < count; i++) {
                String handle = "person%05d".formatted(i);
                Callable<Person> signing = () -> person(handle, devices);
                coming.add(threads.submit(signing));
            }
        }
        for (Future<Person> one : coming) {
            people.add(one.get());
        }
        return people.subList(0, count);
    }

    private Person person(String handle, int devices) throws IOException, InterruptedException {
        AccountApi.SignUp wanted =
                new AccountApi.SignUp(handle, PASSWORD, "Person", "desk", "linux");
        List<String> tokens = new ArrayList<>();
        tokens.add(signedIn(AccountApi.ACCOUNTS, wanted));
        while (tokens.size() < devices) {
            String link = post(AccountApi.LINKS, "", tokens.getFirst());
            String code = decoded(link, AccountApi.Link.class).code();
            tokens.add(signedIn(AccountApi.LINK_IN, new AccountApi.LinkIn(code, "more", "linux")));
        }
        return new Person(new AccountId(handle), tokens);
    }

    /// One more device of somebody who is there.
    ///
    /// @return its token
    String signIn(AccountId account, String password) throws IOException, InterruptedException {
        return signedIn(
                AccountApi.DEVICES,
                new AccountApi.SignIn(account.handle(), password, "counter", "linux"));
    }

    private String signedIn(String path, Record body) throws IOException, InterruptedException {
        return decoded(post(path, CODEC.encodeApi(body), ""), AccountApi.SignedIn.class).token();
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
