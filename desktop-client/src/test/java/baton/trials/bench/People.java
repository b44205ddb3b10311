package baton.trials.bench;

import baton.endtoend.AccountRequests;
import baton.model.AccountId;
import baton.protocol.AccountApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
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

    /// As many as the relay hashes at once.
    private static final int AT_ONCE = 4;

    private final AccountRequests requests;
    private final List<Person> people = new ArrayList<>();

    /// @param tokens one per device
    record Person(AccountId account, List<String> tokens) {}

    People(URI relay) {
        requests =
                new AccountRequests(
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                        relay);
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
        tokens.add(requests.signedIn(AccountApi.ACCOUNTS, wanted));
        while (tokens.size() < devices) {
            String code = requests.link(tokens.getFirst());
            tokens.add(
                    requests.signedIn(
                            AccountApi.LINK_IN, new AccountApi.LinkIn(code, "more", "linux")));
        }
        return new Person(new AccountId(handle), tokens);
    }

    /// One more device of somebody who is there.
    ///
    /// @return its token
    String signIn(AccountId account, String password) throws IOException, InterruptedException {
        return requests.signedIn(
                AccountApi.DEVICES,
                new AccountApi.SignIn(account.handle(), password, "counter", "linux"));
    }
}
