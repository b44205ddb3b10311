package baton.trials.faults;

import baton.model.ConversationId;
import baton.model.MessageId;

/// One thing that a person asked a device to do. As words it is one line without a line break.
sealed interface Act {
    ConversationId conversation();

    /// @param text unlike any other text of a whole campaign
    record Send(ConversationId conversation, String text) implements Act {}

    /// @param text unlike any other text of a whole campaign
    record Edit(ConversationId conversation, MessageId message, String text) implements Act {}

    /// @param text that the message had when it was sent
    record Recall(ConversationId conversation, MessageId message, String text) implements Act {}

    record Read(ConversationId conversation, long seq) implements Act {}

    record Unread(ConversationId conversation, long seq) implements Act {}

    record Draft(ConversationId conversation, String text) implements Act {}

    record Pin(ConversationId conversation, boolean on) implements Act {}

    /// Whether it becomes an event of the log.
    default boolean isEvent() {
        return switch (this) {
            case Send send -> true;
            case Edit edit -> true;
            case Recall recall -> true;
            case Read read -> false;
            case Unread unread -> false;
            case Draft draft -> false;
            case Pin pin -> false;
        };
    }

    default String words() {
        return switch (this) {
            case Send(ConversationId where, String text) -> "send " + where + " " + text;
            case Edit(ConversationId where, MessageId message, String text) ->
                    "edit " + where + " " + message + " " + text;
            case Recall(ConversationId where, MessageId message, String text) ->
                    "recall " + where + " " + message + " " + text;
            case Read(ConversationId where, long seq) -> "read " + where + " " + seq;
            case Unread(ConversationId where, long seq) -> "unread " + where + " " + seq;
            case Draft(ConversationId where, String text) -> "draft " + where + " " + text;
            case Pin(ConversationId where, boolean on) -> "pin " + where + " " + on;
        };
    }

    /// @throws IllegalArgumentException if the words are of no act
    static Act parse(String words) {
        String[] parts = words.split(" ", 3);
        ConversationId where = new ConversationId(parts[1]);
        return switch (parts[0]) {
            case "send" -> new Send(where, parts[2]);
            case "edit" -> {
                String[] rest = parts[2].split(" ", 2);
                yield new Edit(where, MessageId.parse(rest[0]), rest[1]);
            }
            case "recall" -> {
                String[] rest = parts[2].split(" ", 2);
                yield new Recall(where, MessageId.parse(rest[0]), rest[1]);
            }
            case "read" -> new Read(where, Long.parseLong(parts[2]));
            case "unread" -> new Unread(where, Long.parseLong(parts[2]));
            case "draft" -> new Draft(where, parts[2]);
            case "pin" -> new Pin(where, Boolean.parseBoolean(parts[2]));
            default -> throw new IllegalArgumentException(words);
        };
    }
}
