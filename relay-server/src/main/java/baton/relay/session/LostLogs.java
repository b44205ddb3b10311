package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Revised;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
import baton.rules.LogDigest;
import java.util.List;
import java.util.Optional;

/// What an account is told of a conversation that its directory names and that the store has no log
/// of any more, or none that knows the account: logs and feeds may go back to different moments. It
/// ends before its first event, and a group counts as left, until somebody brings it back. Else its
/// devices would ask for that history for ever. Confined to the session's thread; blocks on the
/// store.
final class LostLogs {
    private final AccountId self;
    private final SessionPorts ports;

    LostLogs(AccountId self, SessionPorts ports) {
        this.self = self;
        this.ports = ports;
    }

    void tell(ConversationId conversation) {
        known(conversation)
                .filter(info -> info.epoch() < ports.epoch().current())
                .ifPresent(info ->
                        ports.desk()
                                .writer()
                                .write(
                                        List.of(
                                                new AccountChanges(
                                                        self,
                                                        List.of(
                                                                new Change.Raise(emptied(info)),
                                                                new Change.Raise(head(info)))))));
    }

    private Optional<Register.Info> known(ConversationId conversation) {
        return ports.feed().registers(self, List.of("info/" + conversation)).getFirst().stream()
                .map(Revised::register)
                .map(Register.Info.class::cast)
                .findFirst();
    }

    private static boolean isGroup(Register.Info info) {
        return info.conversation().namedMembers().isEmpty();
    }

    private Register.Info emptied(Register.Info info) {
        return new Register.Info(
                info.conversation(),
                ports.epoch().current(),
                0,
                info.title(),
                info.members(),
                1,
                0,
                0,
                isGroup(info),
                Guard.NONE);
    }

    private Register.Head head(Register.Info info) {
        return new Register.Head(
                info.conversation(),
                ports.epoch().current(),
                0,
                0,
                0,
                LogDigest.EMPTY,
                ports.clock().instant(),
                new Preview(
                        self, isGroup(info) ? EventBody.Left.KIND : EventBody.Message.KIND, ""));
    }
}
