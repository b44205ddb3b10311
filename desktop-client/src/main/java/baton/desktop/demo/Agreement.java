package baton.desktop.demo;

import baton.desktop.store.ConversationRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.MessageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Whether all devices show the same, and exactly what was said. It reads each device's own SQLite
/// and compares it with the ledger; it trusts nobody's counters. Blocks on the stores.
final class Agreement {
    private final List<Player> players;
    private final Ledger ledger;

    Agreement(List<Player> players, Ledger ledger) {
        this.players = List.copyOf(players);
        this.ledger = ledger;
    }

    /// @param expected messages that devices must show, summed over the devices
    /// @param differences one sentence each; empty when all agree
    record Report(
            long expected, long lost, long duplicated, long disordered, List<String> differences) {
        boolean isAgreed() {
            return lost == 0 && duplicated == 0 && disordered == 0 && differences.isEmpty();
        }
    }

    /// Looks at every device once.
    Report look() {
        Look look = new Look();
        players.forEach(look::at);
        return look.report();
    }

    private final class Look {
        private final Map<Ledger.Voice, List<String>> said = ledger.said();
        private final Map<ConversationId, List<Event>> history = new TreeMap<>();
        private final Map<ConversationId, List<Folded>> now = new TreeMap<>();
        private final Map<AccountId, Map<ConversationId, Long>> badges = new TreeMap<>();
        private final List<String> differences = new ArrayList<>();
        private long expected;
        private long lost;
        private long duplicated;
        private long disordered;

        private void at(Player player) {
            Map<ConversationId, Long> unread = new TreeMap<>();
            for (ConversationRow row : player.runtime().reader().conversations()) {
                unread.put(row.id(), row.unread());
                compare(player, row);
            }
            Map<ConversationId, Long> other = badges.putIfAbsent(player.account(), unread);
            if (other != null && !other.equals(unread)) {
                differences.add(player.label() + " shows other badges than the other device");
            }
        }

        private void compare(Player player, ConversationRow row) {
            History shown = History.of(player.runtime().reader(), row);
            if (shown.missing() > 0) {
                differences.add(player.label() + " misses a part of " + row.id());
            }
            if (shown.unsent() > 0) {
                differences.add(player.label() + " has not sent everything to " + row.id());
            }
            List<Event> other = history.putIfAbsent(row.id(), shown.events());
            if (other != null && !other.equals(shown.events())) {
                differences.add(player.label() + " shows another history of " + row.id());
            }
            List<Folded> otherNow = now.putIfAbsent(row.id(), shown.folded());
            if (otherNow != null && !otherNow.equals(shown.folded())) {
                differences.add(player.label() + " shows other edits or reactions in " + row.id());
            }
            Set<MessageId> ids = new HashSet<>();
            Map<AccountId, List<String>> voices = new TreeMap<>();
            for (Event event : shown.messages()) {
                duplicated += ids.add(event.id()) ? 0 : 1;
                if (event.body() instanceof EventBody.Message message) {
                    voices.computeIfAbsent(event.author(), author -> new ArrayList<>())
                            .add(message.text());
                }
            }
            said.forEach((voice, texts) -> {
                if (voice.conversation().equals(row.id())) {
                    compare(texts, voices.getOrDefault(voice.author(), List.of()));
                }
            });
        }

        private void compare(List<String> texts, List<String> shown) {
            expected += texts.size();
            List<String> missing = new ArrayList<>(texts);
            shown.forEach(missing::remove);
            lost += missing.size();
            // What a person typed into a window, or said in an earlier run, is in no ledger: the
            // script's own texts must be the last of their kind, in their order.
            List<String> known = new ArrayList<>(shown);
            known.retainAll(new HashSet<>(texts));
            int earlier = Math.max(0, known.size() - texts.size());
            boolean inOrder = known.subList(earlier, known.size()).equals(texts);
            disordered += missing.isEmpty() && !inOrder ? 1 : 0;
        }

        private Report report() {
            said.forEach((voice, texts) -> {
                if (!history.containsKey(voice.conversation())) {
                    expected += texts.size();
                    lost += texts.size();
                }
            });
            return new Report(expected, lost, duplicated, disordered, List.copyOf(differences));
        }
    }
}
