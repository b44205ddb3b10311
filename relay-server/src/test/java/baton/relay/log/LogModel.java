package baton.relay.log;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a conversation must look like, by brute force: a list of what was stored, counted afresh
/// for every question.
final class LogModel {
    final List<Append> stored = new ArrayList<>();
    final Set<AccountId> members = new HashSet<>();
    final Map<AccountId, Integer> floors = new HashMap<>();
    final Map<AccountId, Integer> leaves = new HashMap<>();
    final Map<DeviceId, List<AppendOutcome>> answers = new HashMap<>();

    long next(DeviceId device) {
        return answers.getOrDefault(device, List.of()).size() + 1L;
    }

    /// Takes over what the log answered to a new clientSeq.
    void record(Append append, AppendOutcome outcome) {
        answers.computeIfAbsent(append.device(), _ -> new ArrayList<>()).add(outcome);
        if (outcome instanceof AppendOutcome.Stored) {
            stored.add(append);
            int seq = stored.size();
            switch (append.body()) {
                case EventBody.Created created -> {
                    created.members().forEach(account -> join(account, seq));
                    join(append.author(), seq);
                }
                case EventBody.Invited invited -> join(invited.account(), seq);
                case EventBody.Left left -> {
                    members.remove(append.author());
                    leaves.put(append.author(), seq);
                }
                default -> append.conversation().namedMembers().forEach(a -> join(a, seq));
            }
        }
    }

    private void join(AccountId account, int seq) {
        members.add(account);
        floors.putIfAbsent(account, seq);
        leaves.remove(account);
    }

    long count(long seq) {
        return stored.subList(0, (int) seq).stream().filter(a -> a.body().isCountable()).count();
    }

    long own(AccountId account, long seq) {
        return stored.subList(0, (int) seq).stream()
                .filter(a -> a.body().isCountable() && a.author().equals(account))
                .count();
    }

    long unread(AccountId account, long read) {
        return stored.subList((int) read, stored.size()).stream()
                .filter(a -> a.body().isCountable() && !a.author().equals(account))
                .count();
    }

    /// Whether this event says what was offered as the n-th stored one.
    boolean agrees(Event event) {
        Append append = stored.get((int) event.seq() - 1);
        return event.equals(
                append.placed(
                        event.seq(), count(event.seq()), event.digest(), event.seal().proof()));
    }
}
