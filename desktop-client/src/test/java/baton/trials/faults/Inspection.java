package baton.trials.faults;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers what ledgers, relay and stores say of every conversation and has it checked. One thread.
final class Inspection {
    private final Cast cast;
    private final String relay;
    private final Map<ConversationId, Map<AccountId, Copy.Mark>> marks = new HashMap<>();

    /// @param relay one node, which is asked around all faults
    Inspection(Cast cast, String relay) {
        this.cast = cast;
        this.relay = relay;
    }

    /// What one look found.
    ///
    /// @param events in all logs, from their floors on
    /// @param acknowledged messages that all logs count, also those below the floors
    /// @param promised acts that became events, as the ledgers say
    /// @param trimmed conversations whose beginning the relay removed
    record Look(
            List<Finding> findings, long events, long acknowledged, long promised, long trimmed) {
        Look {
            findings = List.copyOf(findings);
        }

        boolean isClean() {
            return findings.isEmpty();
        }
    }

    /// Looks at everything once. Marks that were seen may not be lower at the next look.
    Look look() {
        List<Shelf> shelves = new ArrayList<>();
        try {
            cast.profiles()
                    .keySet()
                    .forEach(profile -> shelves.add(Shelf.open(profile, cast.store(profile))));
            return look(shelves);
        } finally {
            shelves.forEach(Shelf::close);
        }
    }

    private Look look(List<Shelf> shelves) {
        Map<ConversationId, Map<DeviceId, List<Entry>>> acts = acts(shelves);
        List<Finding> findings = new ArrayList<>();
        Map<String, Auditor> auditors = new HashMap<>();
        long events = 0;
        long acknowledged = 0;
        long trimmed = 0;
        try {
            for (ConversationId conversation : cast.conversations().keySet()) {
                String token = cast.auditorOf(conversation);
                List<Event> log =
                        auditors.computeIfAbsent(token, same -> Auditor.connect(relay, same))
                                .log(conversation);
                Talk talk =
                        new Talk(
                                conversation,
                                log,
                                copies(conversation, shelves),
                                acts.getOrDefault(conversation, Map.of()),
                                marks.getOrDefault(conversation, Map.of()));
                List<Finding> found = Checker.check(talk);
                findings.addAll(found);
                if (found.isEmpty()) {
                    remember(talk);
                }
                events += log.size();
                acknowledged += log.isEmpty() ? 0 : log.getLast().count();
                trimmed += talk.floor() > 1 ? 1 : 0;
            }
        } finally {
            auditors.values().forEach(Auditor::close);
        }
        return new Look(findings, events, acknowledged, promised(acts), trimmed);
    }

    private List<Copy> copies(ConversationId conversation, List<Shelf> shelves) {
        List<AccountId> members = cast.conversations().getOrDefault(conversation, List.of());
        return shelves.stream()
                .filter(shelf -> members.contains(shelf.account()))
                .map(shelf -> shelf.copy(conversation))
                .toList();
    }

    private void remember(Talk talk) {
        Map<AccountId, Copy.Mark> seen =
                marks.computeIfAbsent(talk.conversation(), any -> new HashMap<>());
        talk.copies().forEach(copy -> seen.put(copy.account(), copy.read()));
    }

    private Map<ConversationId, Map<DeviceId, List<Entry>>> acts(List<Shelf> shelves) {
        Map<ConversationId, Map<DeviceId, List<Entry>>> acts = new HashMap<>();
        for (Shelf shelf : shelves) {
            for (Entry entry : ActLedger.read(cast.ledger(shelf.profile()))) {
                acts.computeIfAbsent(entry.act().conversation(), any -> new HashMap<>())
                        .computeIfAbsent(shelf.device(), any -> new ArrayList<>())
                        .add(entry);
            }
        }
        return acts;
    }

    private static long promised(Map<ConversationId, Map<DeviceId, List<Entry>>> acts) {
        return acts.values().stream()
                .flatMap(devices -> devices.values().stream())
                .flatMap(List::stream)
                .filter(entry -> entry.isPromised() && entry.act().isEvent())
                .count();
    }

    /// Files whose pages are not in order.
    List<String> damaged() {
        List<String> damaged = new ArrayList<>();
        for (String profile : cast.profiles().keySet()) {
            try (Shelf shelf = Shelf.open(profile, cast.store(profile))) {
                if (!shelf.isWhole()) {
                    damaged.add(profile);
                }
            }
        }
        return damaged;
    }
}
