package baton.relay.session;

import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import baton.relay.feed.FeedPage;
import baton.relay.log.LogPage;
import java.util.List;
import java.util.Optional;

/// What a device asks for: changes of its feed, and events of logs. Answers are encoded, since
/// pages pass on stored text. Confined to the session's thread; blocks on the store.
final class SyncHandling {
    private final Identity identity;
    private final SessionPorts ports;
    private final FrameCodec codec;
    private final LostLogs lost;

    SyncHandling(Identity identity, SessionPorts ports) {
        this.identity = identity;
        this.ports = ports;
        this.codec = ports.codec();
        this.lost = new LostLogs(identity.account(), ports);
    }

    String feed(ClientFrame.Sync sync) {
        FeedPage page = ports.feed().page(identity.account(), Math.max(0, sync.revision()));
        ports.desk().announcer().resumeForSure(ofEarlierEpochs(page));
        return codec.encode(
                new ServerFrame.Feed(
                        page.from(), page.to(), page.newest(), page.remaining(), page.registers()));
    }

    /// The conversations whose heads speak of logs as they were before the store may have lost
    /// something: a feed may have gone back further than a log, and a device that holds nothing of
    /// it compares nothing. They are announced again.
    private List<ConversationId> ofEarlierEpochs(FeedPage page) {
        long epoch = ports.epoch().current();
        return page.registers().stream()
                .map(Revised::register)
                .filter(Register.Head.class::isInstance)
                .map(Register.Head.class::cast)
                .filter(head -> head.epoch() < epoch)
                .map(Register.Head::conversation)
                .toList();
    }

    /// A log that ends below what its members were told has lost its end: has it announced again,
    /// or, if nothing of it is left, the account told so.
    ///
    /// @return empty if the account may not see the conversation
    Optional<String> page(ClientFrame.Fetch fetch) {
        ConversationId conversation = fetch.conversation();
        Optional<LogPage> page =
                ports.log().page(conversation, identity.account(), fetch.from(), fetch.to());
        if (page.isEmpty()) {
            lost.tell(conversation);
        } else if (page.get().to() < fetch.to()) {
            ports.desk().announcer().resumeForSure(List.of(conversation));
        }
        return page.map(found -> encoded(fetch, found));
    }

    private String encoded(ClientFrame.Fetch fetch, LogPage page) {
        ServerFrame.Page header =
                new ServerFrame.Page(
                        fetch.conversation(),
                        page.epoch(),
                        page.from(),
                        page.to(),
                        page.head(),
                        false,
                        List.of());
        return codec.encodePage(header, page.events());
    }
}
