package baton.relay.log;

import java.util.List;

/// The messages of a conversation that one account's badges treat unlike others: see
/// [baton.model.Register.Notable].
///
/// @param changedAt seq of the event that changed them last; 0 if nothing is notable
public record Notables(long changedAt, List<Long> recalled, List<Long> mentions) {
    public static final Notables NONE = new Notables(0, List.of(), List.of());

    public Notables {
        recalled = List.copyOf(recalled);
        mentions = List.copyOf(mentions);
    }
}
