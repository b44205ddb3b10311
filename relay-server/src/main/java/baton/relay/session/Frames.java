package baton.relay.session;

import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;

/// Since which version of the protocol each frame may be on the wire. Nothing is sent to a device
/// that its version does not know, and nothing is taken from it that it cannot know.
final class Frames {
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private Frames() {}

    static int since(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Sync sync -> FIRST;
            case ClientFrame.Fetch fetch -> FIRST;
            case ClientFrame.Send send -> FIRST;
            case ClientFrame.Mark mark -> FIRST;
            case ClientFrame.Draft draft -> FIRST;
            case ClientFrame.Credit credit -> FIRST;
            case ClientFrame.Beat beat -> FIRST;
            case ClientFrame.Set set -> SECOND;
            case ClientFrame.Typing typing -> SECOND;
            case ClientFrame.Watch watch -> SECOND;
            case ClientFrame.Probe probe -> SECOND;
            case ClientFrame.Offer offer -> SECOND;
            case ClientFrame.Audit audit -> SECOND;
        };
    }

    static int since(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Welcome welcome -> FIRST;
            case ServerFrame.Feed feed -> FIRST;
            case ServerFrame.Page page -> FIRST;
            case ServerFrame.Ack ack -> FIRST;
            case ServerFrame.Refused refused -> FIRST;
            case ServerFrame.Drafted drafted -> FIRST;
            case ServerFrame.Beat beat -> FIRST;
            case ServerFrame.Fault fault -> FIRST;
            case ServerFrame.Bye bye -> FIRST;
            case ServerFrame.Done done -> SECOND;
            case ServerFrame.Typing typing -> SECOND;
            case ServerFrame.Presence presence -> SECOND;
            case ServerFrame.Probed probed -> SECOND;
            case ServerFrame.Offered offered -> SECOND;
            case ServerFrame.Audited audited -> SECOND;
        };
    }

    /// The version that knows pushes about the moment.
    static final int MOMENTS_SINCE = SECOND;
}
