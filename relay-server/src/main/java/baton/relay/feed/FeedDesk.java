package baton.relay.feed;

import baton.protocol.FrameCodec;
import baton.relay.account.AccountNames;
import baton.relay.log.ConversationLog;
import baton.relay.node.Audience;
import baton.relay.node.NodeBus;
import baton.relay.node.NodeId;
import baton.relay.node.Nodes;
import baton.relay.node.StoreEpoch;
import java.time.InstantSource;

/// All that writes to feeds at one node, put together.
public record FeedDesk(
        FeedWriter writer,
        HeadAnnouncer announcer,
        DevicePresence presence,
        NewsDesk news,
        NameDesk names) {

    /// What the desk works on.
    public record Ports(
            ConversationLog log,
            AccountFeed feed,
            NodeBus bus,
            Nodes nodes,
            AccountNames names,
            StoreEpoch epoch) {}

    /// @param audience the devices connected to this node
    public static FeedDesk open(
            Ports ports, NodeId self, Audience audience, FrameCodec codec, InstantSource clock) {
        NewsDesk news = new NewsDesk(self, audience, ports.bus());
        FeedWriter writer = new FeedWriter(ports.feed(), news, codec);
        Announcement announcement =
                new Announcement(
                        codec, ports.names(), new OutlivedMarks(ports.log(), ports.feed()));
        HeadAnnouncer announcer =
                new HeadAnnouncer(
                        ports,
                        writer,
                        announcement,
                        new EventPusher(ports.log(), news, new EventFrames(codec)),
                        clock);
        return new FeedDesk(
                writer,
                announcer,
                new DevicePresence(ports.feed(), writer, clock),
                news,
                new NameDesk(ports, announcer));
    }
}
