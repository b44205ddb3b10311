package baton.simulation;

import baton.model.Limits;
import baton.protocol.ClientFrame;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import baton.relay.session.FrameSink;
import baton.simulation.Happened.What;
import java.util.ArrayList;
import java.util.List;

/// What the relay may say on one connection at most, whether anybody reads it or not: so many
/// frames that wait, so many pushed events as the device gave credit for, and no push to a device
/// that misses one already. Between a session and its socket.
final class Bounds implements FrameSink {
    private final Simulation simulation;
    private final SimDevice device;
    private final SimLink link;
    private final FrameSink sink;
    private long taken;

    /// Pushed events for which the device gave no credit yet; less than none if it lies.
    private int outstanding;

    private int window = Limits.CREDIT_START;
    private int told = Limits.CREDIT_START;
    private int lost;
    private boolean isBehind;

    /// @param sink of the link, perhaps with a fault before it
    Bounds(Simulation simulation, SimDevice device, SimLink link, FrameSink sink) {
        this.simulation = simulation;
        this.device = device;
        this.link = link;
        this.sink = sink;
    }

    @Override
    public boolean offer(String text) {
        long before = waiting();
        boolean isTaken = sink.offer(text);
        if (isTaken) {
            noteTaken(before);
        } else {
            simulation.happened().count(What.NOT_READING);
        }
        return isTaken;
    }

    @Override
    public boolean offerPush(String text) {
        ServerFrame frame = decoded(text);
        mustBeAllowed(frame);
        long before = waiting();
        boolean isTaken = sink.offerPush(text);
        if (isTaken) {
            noteTaken(before);
            outstanding += events(frame);
            isBehind &= !(frame instanceof ServerFrame.Beat);
        } else if (!isMoment(frame)) {
            isBehind = true;
            simulation.happened().count(What.BEHIND);
        }
        return isTaken;
    }

    @Override
    public void close(int code, String reason) {
        sink.close(code, reason);
    }

    private long waiting() {
        return taken - link.taken() + link.onTheirWay();
    }

    private void noteTaken(long before) {
        taken++;
        if (before >= simulation.room() && !link.isCut()) {
            throw new AssertionError(
                    "%d frames wait for %s, and %d have room"
                            .formatted(before + 1, device, simulation.room()));
        }
    }

    private void mustBeAllowed(ServerFrame frame) {
        if (frame instanceof ServerFrame.Beat) {
            return;
        }
        if (isBehind) {
            throw new AssertionError(device + " misses a push already, and is pushed more");
        }
        if (!isMoment(frame) && outstanding + events(frame) > window) {
            throw new AssertionError(
                    "%s is pushed %d events beyond its credit"
                            .formatted(device, outstanding + events(frame) - window));
        }
    }

    private static int events(ServerFrame frame) {
        return frame instanceof ServerFrame.Page page ? page.events().size() : 0;
    }

    private static boolean isMoment(ServerFrame frame) {
        return frame instanceof ServerFrame.Typing || frame instanceof ServerFrame.Presence;
    }

    private ServerFrame decoded(String text) {
        try {
            return simulation.codec().decodeServer(text);
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    /// A push went out and is lost: nobody can store it, and it uses up no credit for ever.
    void lost(ServerFrame frame) {
        lost += events(frame);
    }

    /// What a device says on its socket, with the credit for what was lost on the way.
    List<ClientFrame> said(ClientFrame frame) {
        List<ClientFrame> all = new ArrayList<>();
        if (frame instanceof ClientFrame.Credit credit) {
            told = credit.window();
            window = Math.max(window, Math.min(told, Limits.CREDIT_MAX));
            all.add(new ClientFrame.Credit(credit.stored() + lost, told));
            givenBack(credit.stored() + lost);
        } else {
            if (frame instanceof ClientFrame.Beat && lost > 0) {
                all.add(new ClientFrame.Credit(lost, told));
                givenBack(lost);
            }
            all.add(frame);
        }
        return all;
    }

    private void givenBack(int events) {
        lost = 0;
        outstanding -= events;
    }
}
