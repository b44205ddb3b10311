package baton.relay.session;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.relay.node.Audience;
import baton.relay.node.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The sessions of this node: all of them, and by device and account those that hold their lease.
/// May be used by any thread; one lock, held only while looking up.
public final class SessionDirectory implements Audience {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition emptied = lock.newCondition();
    private final Set<DeviceSession> all = new LinkedHashSet<>();
    private final Map<DeviceId, DeviceSession> byDevice = new HashMap<>();
    private final Map<AccountId, Set<DeviceSession>> byAccount = new HashMap<>();

    void begin(DeviceSession session) {
        locked(() -> all.add(session));
    }

    /// Enters a session that has taken its lease. Of two sessions of one device the one with the
    /// smaller fence is ended.
    void enter(DeviceSession session) {
        DeviceSession stale = locked(() -> entered(session));
        if (stale.fence() < session.fence() || stale == session) {
            if (stale != session) {
                stale.end(Ending.REPLACED);
            }
        } else {
            session.end(Ending.REPLACED);
        }
    }

    /// @return the session that stood there, or the new one if none did
    private DeviceSession entered(DeviceSession session) {
        DeviceId device = session.identity().device();
        DeviceSession there = byDevice.getOrDefault(device, session);
        if (there.fence() <= session.fence()) {
            remove(there);
            byDevice.put(device, session);
            byAccount
                    .computeIfAbsent(session.identity().account(), _ -> new LinkedHashSet<>())
                    .add(session);
        }
        return there;
    }

    void leave(DeviceSession session) {
        locked(() -> {
            remove(session);
            all.remove(session);
            if (all.isEmpty()) {
                emptied.signalAll();
            }
            return session;
        });
    }

    private void remove(DeviceSession session) {
        byDevice.remove(session.identity().device(), session);
        AccountId account = session.identity().account();
        Set<DeviceSession> ofAccount = byAccount.getOrDefault(account, Set.of());
        if (ofAccount.contains(session)) {
            ofAccount.remove(session);
            if (ofAccount.isEmpty()) {
                byAccount.remove(account);
            }
        }
    }

    @Override
    public void push(Collection<AccountId> accounts, Push push) {
        locked(() ->
                        accounts.stream()
                                .flatMap(account ->
                                        byAccount.getOrDefault(account, Set.of()).stream())
                                .toList())
                .forEach(session -> session.push(push));
    }

    @Override
    public void signOut(DeviceId device) {
        locked(() -> all.stream().filter(s -> s.identity().device().equals(device)).toList())
                .forEach(session -> session.end(Ending.SIGNED_OUT));
    }

    /// Lets those look at the clock whose time has come.
    void wake(Instant now) {
        locked(() -> List.copyOf(all)).forEach(session -> session.wake(now));
    }

    /// How many sessions there are.
    public int size() {
        return locked(all::size);
    }

    /// How many of them miss a push and were not told so yet.
    public long behind() {
        return locked(() -> all.stream().filter(DeviceSession::isBehind).count());
    }

    /// Asks every session to end, each for a reason of its own.
    void endAll(Supplier<Ending> reason) {
        locked(() -> List.copyOf(all)).forEach(session -> session.end(reason.get()));
    }

    /// Ends every session, each for a reason of its own, and waits until all have left.
    ///
    /// @return whether they have within this time
    boolean endAll(Supplier<Ending> reason, Duration patience) throws InterruptedException {
        endAll(reason);
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!all.isEmpty() && nanos > 0) {
                nanos = emptied.awaitNanos(nanos);
            }
            return all.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
