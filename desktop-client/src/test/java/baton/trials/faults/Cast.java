package baton.trials.faults;

import baton.desktop.app.DesktopConfig;
import baton.desktop.runtime.AccountEntry;
import baton.desktop.runtime.Intents;
import baton.endtoend.Changes;
import baton.endtoend.HeadlessDevice;
import baton.model.AccountId;
import baton.model.ConversationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who takes part: accounts with their devices in a few processes, and where they talk. Made once,
/// before there is any fault. One thread.
final class Cast {
    private static final int NEIGHBOURS = 2;

    private final Size size;
    private final Path folder;
    private final String relay;

    /// Profiles by process, in order.
    private final List<List<String>> hosts = new ArrayList<>();

    private final Map<String, AccountId> accounts = new LinkedHashMap<>();
    private final Map<ConversationId, List<AccountId>> members = new TreeMap<>();
    private final Map<AccountId, String> auditors = new LinkedHashMap<>();
    private final List<String> crowd = new ArrayList<>();

    /// How many there are.
    ///
    /// @param accounts that have devices, two or three each
    /// @param hosts processes that the devices share
    /// @param groups how many members each group has; those beyond the accounts have no device
    record Size(int accounts, int hosts, List<Integer> groups) {
        static final Size SMALL = new Size(4, 2, List.of(3, 4));
        static final Size MEDIUM = new Size(12, 4, List.of(3, 3, 3, 30));
        static final Size FULL = new Size(12, 4, List.of(3, 3, 3, 30, 300));

        Size {
            groups = List.copyOf(groups);
        }
    }

    /// @param relay where the devices connect
    Cast(Size size, Path folder, String relay) {
        this.size = size;
        this.folder = folder;
        this.relay = relay;
        for (int i = 0; i < size.hosts(); i++) {
            hosts.add(new ArrayList<>());
        }
        for (int i = 0; i < size.accounts(); i++) {
            for (int device = 0; device < 2 + i % 2; device++) {
                String profile = handle(i) + "-" + device;
                accounts.put(profile, new AccountId(handle(i)));
                hosts.get((i + device) % size.hosts()).add(profile);
            }
        }
    }

    private static String handle(int account) {
        return "p%02d".formatted(account);
    }

    List<Integer> hosts() {
        return IntStream.range(0, hosts.size()).boxed().toList();
    }

    /// All profiles with their accounts.
    Map<String, AccountId> profiles() {
        return accounts;
    }

    Map<ConversationId, List<AccountId>> conversations() {
        return members;
    }

    /// A token of a member of a conversation that no device uses.
    String auditorOf(ConversationId conversation) {
        return members.getOrDefault(conversation, List.of()).stream()
                .flatMap(member -> Stream.ofNullable(auditors.get(member)))
                .findFirst()
                .orElseThrow();
    }

    /// Tokens of members of groups that have no device.
    List<String> crowd() {
        return List.copyOf(crowd);
    }

    Path home(int host) {
        return folder.resolve("host-" + host);
    }

    private Path homeOf(String profile) {
        return hosts().stream()
                .filter(i -> hosts.get(i).contains(profile))
                .map(this::home)
                .findFirst()
                .orElseThrow();
    }

    Path store(String profile) {
        return homeOf(profile).resolve("profiles").resolve(profile).resolve("store.db");
    }

    Path ledgers() {
        return folder.resolve("ledgers");
    }

    Path ledger(String profile) {
        return ledgers().resolve(profile);
    }

    /// Signs everybody up and founds the groups.
    ///
    /// @param door of one relay
    void gather(Door door, SplittableRandom random) {
        try {
            Files.createDirectories(ledgers());
            for (int host : hosts()) {
                Files.createDirectories(home(host));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accounts.forEach(this::enter);
        accounts.values().stream()
                .distinct()
                .forEach(account -> auditors.put(account, door.signIn(account.handle())));
        int largest = size.groups().stream().mapToInt(n -> n).max().orElse(0);
        for (int i = size.accounts(); i < largest; i++) {
            crowd.add(door.signUp("x%03d".formatted(i)));
        }
        pairs();
        size.groups().forEach(people -> found(people, random));
        accounts.values().stream().distinct().forEach(this::writeDownNotes);
    }

    private void enter(String profile, AccountId account) {
        try (HeadlessDevice device = open(profile)) {
            AccountEntry.Credentials way =
                    new AccountEntry.Credentials(relay, account.handle(), Door.PASSWORD);
            AccountEntry.Result result =
                    profile.endsWith("-0") ? device.signUp(way) : device.signIn(way);
            if (result instanceof AccountEntry.Result.Failed failed) {
                throw new AssertionError("no way in for " + profile + ": " + failed.code());
            }
        }
    }

    private HeadlessDevice open(String profile) {
        return HeadlessDevice.open(
                new DesktopConfig(homeOf(profile), profile), new Changes(Changes.PATIENCE));
    }

    private void pairs() {
        List<AccountId> all = accounts.values().stream().distinct().toList();
        for (int i = 0; i < all.size(); i++) {
            for (int step = 1; step <= NEIGHBOURS; step++) {
                AccountId one = all.get(i);
                AccountId other = all.get((i + step) % all.size());
                members.put(ConversationId.direct(one, other), List.of(one, other));
            }
        }
    }

    private void found(int people, SplittableRandom random) {
        TreeSet<AccountId> chosen = new TreeSet<>();
        int known = Math.min(people, size.accounts());
        while (chosen.size() < known) {
            chosen.add(new AccountId(handle(random.nextInt(size.accounts()))));
        }
        for (int i = size.accounts(); i < people; i++) {
            chosen.add(new AccountId("x%03d".formatted(i)));
        }
        AccountId founder = chosen.first();
        try (HeadlessDevice device = open(founder + "-0")) {
            BlockingQueue<Intents.Outcome> outcome = new ArrayBlockingQueue<>(1);
            List<AccountId> others =
                    chosen.stream().filter(member -> !member.equals(founder)).toList();
            ConversationId group =
                    device.runtime()
                            .intents()
                            .createGroup("Group of " + people, others, outcome::add);
            new Changes(Changes.PATIENCE)
                    .await(
                            "a group of " + people + " is there",
                            () ->
                                    !outcome.isEmpty()
                                            && device.reader().outbox().isEmpty()
                                            && device.newest(group) > 0);
            members.put(group, List.copyOf(chosen));
        }
    }

    /// Drafts are written in the notes, which need a message to be there.
    private void writeDownNotes(AccountId account) {
        ConversationId notes = ConversationId.notes(account);
        String profile = account + "-0";
        members.put(notes, List.of(account));
        try (HeadlessDevice device = open(profile);
                ActLedger ledger = ActLedger.append(ledger(profile))) {
            ledger.intend(1, new Act.Send(notes, profile + ".1"));
            device.send(notes, profile + ".1");
            ledger.promise(1);
        }
    }

    /// What a host process is told of its devices: a line each.
    List<String> parts(int host) {
        return hosts.get(host).stream()
                .map(profile -> profile + " " + String.join(" ", places(profile)))
                .toList();
    }

    private List<String> places(String profile) {
        AccountId account = accounts.getOrDefault(profile, new AccountId("nobody"));
        ConversationId notes = ConversationId.notes(account);
        return Stream.concat(
                        Stream.of(notes),
                        members.entrySet().stream()
                                .filter(entry -> entry.getValue().contains(account))
                                .map(Map.Entry::getKey)
                                .filter(conversation -> !conversation.equals(notes)))
                .map(ConversationId::value)
                .toList();
    }
}
