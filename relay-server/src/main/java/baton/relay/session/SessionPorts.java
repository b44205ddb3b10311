package baton.relay.session;

import baton.protocol.FrameCodec;
import baton.relay.account.AccountNames;
import baton.relay.feed.AccountFeed;
import baton.relay.feed.FeedDesk;
import baton.relay.log.ConversationLog;
import baton.relay.node.HeldLease;
import baton.relay.node.Leases;
import baton.relay.node.StoreEpoch;
import java.time.InstantSource;
import java.util.function.Consumer;

/// All that a session knows of the world.
///
/// @param owe remembers a lease that could not be released
public record SessionPorts(
        ConversationLog log,
        AccountFeed feed,
        FeedDesk desk,
        Leases leases,
        AccountNames names,
        FrameCodec codec,
        InstantSource clock,
        Consumer<HeldLease> owe,
        RelayMetrics metrics,
        StoreEpoch epoch) {}
