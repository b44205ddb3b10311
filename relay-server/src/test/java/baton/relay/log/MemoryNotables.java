package baton.relay.log;

import baton.model.AccountId;
import baton.model.EventBody;
import baton.model.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The notable messages of one conversation in memory: per account those that mention it, per
/// author those that were recalled. For one thread.
final class MemoryNotables {
    private final Map<AccountId, Places> mentions = new TreeMap<>();
    private final Map<AccountId, Places> recalled = new TreeMap<>();

    /// @param seqs in rising order
    private record Places(long changedAt, List<Long> seqs) {
        static final Places NONE = new Places(0, List.of());

        /// With a seq among them, or without it.
        Places with(long seq, boolean isThere, long changedAt) {
            if (seqs.contains(seq) == isThere) {
                return this;
            }
            TreeSet<Long> all = new TreeSet<>(seqs);
            if (isThere) {
                all.add(seq);
            } else {
                all.remove(seq);
            }
            return new Places(changedAt, newest(all));
        }
    }

    private static List<Long> newest(Collection<Long> rising) {
        List<Long> all = List.copyOf(rising);
        return all.subList(Math.max(0, all.size() - Limits.NOTABLE_KEPT), all.size());
    }

    MemoryNotables copy() {
        MemoryNotables copy = new MemoryNotables();
        copy.mentions.putAll(mentions);
        copy.recalled.putAll(recalled);
        return copy;
    }

    /// Takes note of an event that was stored.
    ///
    /// @param about the message that it is about
    /// @param known who is or was in the conversation
    void stored(
            long seq,
            AccountId author,
            EventBody body,
            Optional<MemoryEvents.Found> about,
            Collection<AccountId> known) {
        Optional<MemoryEvents.Found> own =
                about.filter(found -> found.author().equals(author) && !found.isGone());
        switch (body) {
            case EventBody.Message message -> mention(message.mentions(), author, known, seq, seq);
            case EventBody.Gone gone when gone.isCountable() -> recall(author, seq, seq);
            case EventBody.Edited edited when own.isPresent() -> {
                long message = own.get().seq();
                for (AccountId account : List.copyOf(mentions.keySet())) {
                    if (!edited.mentions().contains(account)) {
                        note(mentions, account, message, false, seq);
                    }
                }
                mention(edited.mentions(), author, known, message, seq);
            }
            case EventBody.Recalled recall when own.isPresent() -> {
                long message = own.get().seq();
                List.copyOf(mentions.keySet())
                        .forEach(account -> note(mentions, account, message, false, seq));
                recall(author, message, seq);
            }
            default -> {}
        }
    }

    private void mention(
            List<AccountId> named,
            AccountId author,
            Collection<AccountId> known,
            long message,
            long changedAt) {
        named.stream()
                .filter(account -> !account.equals(author) && known.contains(account))
                .forEach(account -> note(mentions, account, message, true, changedAt));
    }

    private void recall(AccountId author, long message, long changedAt) {
        note(recalled, author, message, true, changedAt);
    }

    private static void note(
            Map<AccountId, Places> all,
            AccountId account,
            long message,
            boolean isThere,
            long changedAt) {
        Places old = all.getOrDefault(account, Places.NONE);
        Places young = old.with(message, isThere, changedAt);
        if (!young.equals(Places.NONE)) {
            all.put(account, young);
        }
    }

    void forgetBelow(long floor) {
        for (Map<AccountId, Places> all : List.of(mentions, recalled)) {
            all.replaceAll((_, places) ->
                    new Places(
                            places.changedAt(),
                            places.seqs().stream().filter(seq -> seq >= floor).toList()));
        }
    }

    /// What is notable to each of these accounts.
    Map<AccountId, Notables> of(Collection<AccountId> accounts) {
        Map<AccountId, Notables> notables = new TreeMap<>();
        if (mentions.isEmpty() && recalled.isEmpty()) {
            return notables;
        }
        for (AccountId account : accounts) {
            Places mentioning = mentions.getOrDefault(account, Places.NONE);
            long changedAt = mentioning.changedAt();
            List<Long> gone = new ArrayList<>();
            for (Map.Entry<AccountId, Places> author : recalled.entrySet()) {
                if (!author.getKey().equals(account)) {
                    changedAt = Math.max(changedAt, author.getValue().changedAt());
                    gone.addAll(author.getValue().seqs());
                }
            }
            if (changedAt > 0) {
                List<Long> newest = newest(new TreeSet<>(gone));
                notables.put(account, new Notables(changedAt, newest, mentioning.seqs()));
            }
        }
        return notables;
    }
}
