package baton.desktop.store;

import baton.model.ConversationId;
import java.time.Instant;
import java.util.List;

/// What a person looks for: messages that hold every term and pass every filter.
///
/// @param terms each of them anywhere in the message; letters are compared without case and accents
/// @param in the only conversation to look in, or empty for all
/// @param from people, any of whom wrote it: a handle, or letters of a name; empty for anybody
/// @param link whether it must hold a web or mail address
/// @param since not older than this; [Instant#MIN] for any
/// @param before older than this; [Instant#MAX] for any
public record SearchQuery(
        List<String> terms,
        List<ConversationId> in,
        List<String> from,
        boolean link,
        Instant since,
        Instant before) {
    public SearchQuery {
        terms = List.copyOf(terms);
        in = List.copyOf(in);
        from = List.copyOf(from);
    }

    /// The same in one conversation.
    public SearchQuery in(ConversationId conversation) {
        return new SearchQuery(terms, List.of(conversation), from, link, since, before);
    }

    /// Whether it asks for nothing.
    public boolean isBlank() {
        return terms.isEmpty()
                && from.isEmpty()
                && !link
                && since.equals(Instant.MIN)
                && before.equals(Instant.MAX);
    }

    /// Prints no term: what people look for must never reach a log.
    @Override
    public String toString() {
        return "SearchQuery[%d terms in %s from %d, link %s, %s to %s]"
                .formatted(terms.size(), in, from.size(), link, since, before);
    }
}
