package baton.trials.faults;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import java.util.List;
import java.util.Map;

/// All that is known of one conversation at a calm moment.
///
/// @param log what the relay has, from its floor on
/// @param copies what each device of a member holds
/// @param acts what each device was asked to do there, in order
/// @param marks read marks at the calm moment before
record Talk(
        ConversationId conversation,
        List<Event> log,
        List<Copy> copies,
        Map<DeviceId, List<Entry>> acts,
        Map<AccountId, Copy.Mark> marks) {
    Talk {
        log = List.copyOf(log);
        copies = List.copyOf(copies);
        acts = Map.copyOf(acts);
        marks = Map.copyOf(marks);
    }

    /// Seq of the first event that the relay still has.
    long floor() {
        return log.isEmpty() ? 1 : log.getFirst().seq();
    }
}
