package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.relay.log.Append;
import java.time.Instant;

/// Appends that no session of a test offers.
final class SessionAppends {
    private SessionAppends() {}

    static Append of(AccountId author, ConversationId conversation, String text) {
        return new Append(
                conversation,
                author,
                new DeviceId("ghost"),
                1,
                1,
                MessageId.of(1, 1, 1),
                Instant.EPOCH,
                Append.Terms.NONE,
                new EventBody.Message(text));
    }
}
