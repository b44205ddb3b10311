package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Register;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
import baton.relay.feed.Written;
import java.util.List;

/// The drafts of an account: whoever writes one without having seen the last one is told so.
/// Confined to the session's thread; blocks on the store.
final class DraftHandling {
    private final Identity identity;
    private final AccountId self;
    private final SessionPorts ports;

    DraftHandling(Identity identity, SessionPorts ports) {
        this.identity = identity;
        this.self = identity.account();
        this.ports = ports;
    }

    /// The fate of a draft; a draft belongs to this account alone and needs no log to exist.
    ///
    /// @param deviceName what the person calls this device by now
    ServerFrame draft(ClientFrame.Draft draft, String deviceName) {
        if (draft.text().length() > Limits.TEXT_CHARS_MAX) {
            return new ServerFrame.Fault(Refusal.TEXT_TOO_LONG.code(), draft.conversation());
        }
        if (!isIn(draft.conversation())) {
            return new ServerFrame.Fault(Refusal.NOT_A_MEMBER.code(), draft.conversation());
        }
        Register register =
                new Register.Draft(
                        draft.conversation(),
                        draft.text(),
                        identity.device(),
                        deviceName,
                        ports.clock().instant());
        Change change = new Change.Swap(register, draft.basis());
        Written.Result result =
                ports.desk()
                        .writer()
                        .write(List.of(new AccountChanges(self, List.of(change))))
                        .getFirst()
                        .results()
                        .getFirst();
        return new ServerFrame.Drafted(
                draft.conversation(), result.isAccepted(), result.revision(), draft.ticket());
    }

    private boolean isIn(ConversationId conversation) {
        return conversation.namedMembers().contains(self)
                || ports.log().states(List.of(conversation)).stream()
                        .anyMatch(state -> state.present().contains(self));
    }
}
