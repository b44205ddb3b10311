package baton.relay.feed;

import baton.model.AccountId;
import baton.model.Limits;
import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.FrameCodec;
import baton.relay.node.MemoryCluster;
import baton.rules.RegisterMerge;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The in-memory twin of the feeds in Redis. For one thread.
public final class MemoryAccountFeed implements AccountFeed {
    private final Map<AccountId, Kept> accounts = new TreeMap<>();
    private final FrameCodec codec;
    private final MemoryCluster cluster;
    private final InstantSource clock;

    private static final class Kept {
        private final Map<String, Revised> registers = new TreeMap<>();

        /// When those without a rank were written.
        private final Map<String, Rank> written = new TreeMap<>();

        private long newest;

        Rank writtenAt(String key) {
            return written.getOrDefault(key, new Rank(-1, -1));
        }

        Kept copy() {
            Kept copy = new Kept();
            copy.registers.putAll(registers);
            copy.written.putAll(written);
            copy.newest = newest;
            return copy;
        }
    }

    public MemoryAccountFeed(MemoryCluster cluster, InstantSource clock) {
        this(cluster, clock, new FrameCodec());
    }

    /// @param codec tells how long a page gets
    public MemoryAccountFeed(MemoryCluster cluster, InstantSource clock, FrameCodec codec) {
        this.cluster = cluster;
        this.clock = clock;
        this.codec = codec;
    }

    /// Everything, as it stands now.
    public MemoryAccountFeed snapshot() {
        MemoryAccountFeed copy = new MemoryAccountFeed(cluster, clock, codec);
        accounts.forEach((account, kept) -> copy.accounts.put(account, kept.copy()));
        return copy;
    }

    /// Loses what one account has got since a snapshot, which may be used again.
    public void rollBack(MemoryAccountFeed snapshot, AccountId account) {
        accounts.remove(account);
        if (snapshot.accounts.containsKey(account)) {
            accounts.put(account, snapshot.accounts.get(account).copy());
        }
    }

    @Override
    public List<Written> write(List<AccountChanges> changes) {
        return changes.stream().map(this::write).toList();
    }

    private Written write(AccountChanges changes) {
        Kept kept = kept(changes.account());
        long before = kept.newest;
        List<Written.Result> results = new ArrayList<>();
        for (Change change : changes.changes()) {
            String key = change.register().key();
            Optional<Revised> current = Optional.ofNullable(kept.registers.get(key));
            Revised offered = new Revised(kept.newest + 1, change.register());
            long stands = current.map(Revised::revision).orElse(0L);
            boolean isAccepted =
                    switch (change) {
                        case Change.Put put -> true;
                        case Change.Swap swap -> swap.basis() == stands;
                        case Change.Return back ->
                                back.written().compareTo(kept.writtenAt(key)) > 0;
                        case Change.Raise raise ->
                                current.map(old -> RegisterMerge.replaces(old, offered))
                                        .orElse(true);
                    };
            if (isAccepted) {
                kept.newest++;
                kept.registers.put(key, offered);
                kept.written.put(
                        key,
                        change instanceof Change.Return back
                                ? back.written()
                                : new Rank(cluster.epoch().current(), kept.newest));
            }
            results.add(new Written.Result(isAccepted, isAccepted ? offered.revision() : stands));
        }
        return new Written(
                changes.account(),
                before,
                kept.newest,
                results,
                cluster.nodesOf(changes.account(), clock.instant()));
    }

    private Kept kept(AccountId account) {
        return accounts.computeIfAbsent(account, _ -> new Kept());
    }

    /// Every register of an account, by key.
    public Map<String, Register> registers(AccountId account) {
        Map<String, Register> all = new TreeMap<>();
        kept(account).registers.forEach((key, revised) -> all.put(key, revised.register()));
        return all;
    }

    @Override
    public FeedPage page(AccountId account, long after) {
        Kept kept = kept(account);
        List<Revised> changed =
                kept.registers.values().stream()
                        .filter(revised -> revised.revision() > after)
                        .sorted(Comparator.comparingLong(Revised::revision))
                        .toList();
        List<Revised> taken = new ArrayList<>();
        long chars = 0;
        for (Revised revised : changed) {
            chars += codec.encodeRegister(revised.register()).length();
            boolean isFull = taken.size() == Limits.FEED_REGISTERS_MAX;
            if (isFull || (!taken.isEmpty() && chars > Limits.PAGE_CHARS_MAX)) {
                break;
            }
            taken.add(revised);
        }
        boolean isWhole = taken.size() == changed.size();
        long to = isWhole ? Math.max(after, kept.newest) : taken.getLast().revision();
        return new FeedPage(after, to, kept.newest, changed.size() - taken.size(), taken);
    }

    @Override
    public List<Optional<Revised>> registers(AccountId account, List<String> keys) {
        return keys.stream()
                .map(key -> Optional.ofNullable(kept(account).registers.get(key)))
                .toList();
    }

    @Override
    public List<Optional<Revised>> registersOf(List<AccountId> accounts, String key) {
        return accounts.stream()
                .map(account -> registers(account, List.of(key)).getFirst())
                .toList();
    }

    @Override
    public boolean hasRoomForSetting(AccountId account) {
        return kept(account).registers.keySet().stream()
                        .filter(key -> key.startsWith("setting/"))
                        .count()
                < Limits.SETTINGS_MAX;
    }

    @Override
    public long newest(AccountId account) {
        return kept(account).newest;
    }
}
