package baton.desktop.ui;

import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.RelayInvite;
import baton.model.AccountId;
import baton.model.KeyFingerprint;
import baton.protocol.LinkCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A relay's accounts without a relay: answers as a relay would, from two lists. Any thread.
public final class SampleEntry implements AccountEntry {
    /// The address at which it answers; every other one is out of reach.
    public static final String ADDRESS = "localhost:7340";

    private final Map<String, String> passwords = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final Set<LinkCode> codes = ConcurrentHashMap.newKeySet();
    private volatile Optional<KeyFingerprint> unknownKey = Optional.empty();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public SampleEntry with(String handle, String name, String password) {
        names.put(handle, name);
        passwords.put(handle, password);
        return this;
    }

    /// The relay has made this key itself, and nobody knows it yet.
    public void showKey(KeyFingerprint key) {
        unknownKey = Optional.of(key);
    }

    /// The relay speaks plainly again.
    public void hideKey() {
        unknownKey = Optional.empty();
    }

    /// What was asked for, oldest first, without passwords.
    public List<String> asked() {
        return asked;
    }

    @Override
    public Result signUp(Credentials credentials, String personName, String deviceName) {
        asked.add("signUp " + credentials.handle() + " " + personName + " " + deviceName);
        if (unknownKey.isPresent() && RelayInvite.parse(credentials.relay()).isEmpty()) {
            return new Result.UnknownKey(unknownKey.get());
        }
        if (!reaches(credentials)) {
            return new Result.Failed("relay-unreachable");
        }
        if (names.containsKey(credentials.handle())) {
            return new Result.Failed("handle-taken");
        }
        with(credentials.handle(), personName, credentials.password());
        return new Result.Entered();
    }

    @Override
    public Result signIn(Credentials credentials, String deviceName) {
        asked.add("signIn " + credentials.handle() + " " + deviceName);
        if (!reaches(credentials)) {
            return new Result.Failed("relay-unreachable");
        }
        boolean fits =
                credentials.password().equals(passwords.getOrDefault(credentials.handle(), ""));
        return fits ? new Result.Entered() : new Result.Failed("wrong-credentials");
    }

    /// Lets in whoever brings this code.
    public SampleEntry withCode(LinkCode open) {
        codes.add(open);
        return this;
    }

    @Override
    public Result link(String relay, LinkCode code, String deviceName) {
        asked.add("link " + relay + " " + deviceName);
        if (!relay.endsWith(ADDRESS)) {
            return new Result.Failed("relay-unreachable");
        }
        return codes.remove(code) ? new Result.Entered() : new Result.Failed("link-code-wrong");
    }

    @Override
    public Lookup find(AccountId account) {
        asked.add("find " + account);
        return names.containsKey(account.handle())
                ? new Lookup.Found(account, names.getOrDefault(account.handle(), ""))
                : new Lookup.Unknown();
    }

    private static boolean reaches(Credentials credentials) {
        return RelayInvite.shown(credentials.relay()).endsWith(ADDRESS);
    }
}
