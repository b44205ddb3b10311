package baton.relay.session;

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

    SyncHandling(Identity identity, SessionPorts ports) {
        this.identity = identity;
        this.ports = ports;
        this.codec = ports.codec();
    }

    String feed(ClientFrame.Sync sync) {
        FeedPage page = ports.feed().page(identity.account(), Math.max(0, sync.revision()));
        return codec.encode(
                new ServerFrame.Feed(
                        page.from(), page.to(), page.newest(), page.remaining(), page.registers()));
    }

    /// @return empty if the account may not see the conversation
    Optional<String> page(ClientFrame.Fetch fetch) {
        return ports.log()
                .page(fetch.conversation(), identity.account(), fetch.from(), fetch.to())
                .map(page -> encoded(fetch, page));
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
