package baton.relay.socket;

import baton.model.Refusal;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;

/// Stands before the WebSocket once it is open, and ends it when the head of a frame says what no
/// device may: that it is not masked, which the library takes as it is and the standard forbids
/// (RFC 6455, 5.1), or that more follows than one frame may hold, which the library buffers first
/// and then reports as a fault of its own. Nothing of such a socket reaches the library any more.
/// Runs on the selectors.
final class FrameGuard extends BaseFilter {
    private static final Attribute<Watched> WATCHED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("baton.frames");

    private static final class Watched {
        private final DeviceSocket socket;
        private final FrameHeads heads;
        private boolean isRefused;

        private Watched(DeviceSocket socket, FrameHeads heads) {
            this.socket = socket;
            this.heads = heads;
        }

        /// @return whether the library may have it
        private boolean passes(HttpContent piece) {
            if (!isRefused) {
                int code = heads.look(piece.getContent());
                isRefused = code != FrameHeads.FINE;
                if (isRefused) {
                    socket.refuse(Refusal.FRAME_MALFORMED, code);
                }
            }
            return !isRefused;
        }
    }

    /// Begins with the first byte that comes after the handshake.
    ///
    /// @param frameBytesMax of the payload of one frame
    static void watch(DeviceSocket socket, int frameBytesMax) {
        WATCHED.set(socket.connection(), new Watched(socket, new FrameHeads(frameBytesMax)));
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        boolean passes =
                !(context.getMessage() instanceof HttpContent piece)
                        || !WATCHED.isSet(context.getConnection())
                        || WATCHED.get(context.getConnection()).passes(piece);
        return passes ? context.getInvokeAction() : context.getStopAction();
    }
}
