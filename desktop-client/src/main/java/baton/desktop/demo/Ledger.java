package baton.desktop.demo;

import baton.model.AccountId;
import baton.model.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was said, written down before it is sent: the demo's own truth, against which every device
/// is checked. Safe for several threads.
final class Ledger {

    /// All messages of one author in one conversation.
    record Voice(ConversationId conversation, AccountId author) implements Comparable<Voice> {
        @Override
        public int compareTo(Voice other) {
            int byConversation = conversation.compareTo(other.conversation);
            return byConversation != 0 ? byConversation : author.compareTo(other.author);
        }
    }

    private final TreeMap<Voice, List<String>> said = new TreeMap<>();

    synchronized void write(ConversationId conversation, AccountId author, String text) {
        said.computeIfAbsent(new Voice(conversation, author), voice -> new ArrayList<>()).add(text);
    }

    /// Everything said so far, per author and conversation in the order of saying.
    synchronized Map<Voice, List<String>> said() {
        Map<Voice, List<String>> copy = new TreeMap<>();
        said.forEach((voice, texts) -> copy.put(voice, List.copyOf(texts)));
        return copy;
    }
}
