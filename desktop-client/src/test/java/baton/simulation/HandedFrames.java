package baton.simulation;

import baton.model.Event;
import baton.model.Register;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import baton.protocol.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/// Frames that are handed over as they are: their text is only the number under which they are
/// kept. Most runs need no JSON to go wrong, and are several times faster without. Belongs to one
/// run.
final class HandedFrames extends FrameCodec {
    private final List<Object> kept = new ArrayList<>();

    private String keep(Object value) {
        kept.add(value);
        return Integer.toString(kept.size() - 1);
    }

    private <T> T kept(String number, Class<T> type) {
        return type.cast(kept.get(Integer.parseInt(number)));
    }

    @Override
    public String encode(ClientFrame frame) {
        return keep(frame);
    }

    @Override
    public String encode(ServerFrame frame) {
        return keep(frame);
    }

    @Override
    public ClientFrame decodeClient(String number) {
        return kept(number, ClientFrame.class);
    }

    @Override
    public ServerFrame decodeServer(String number) {
        return kept(number, ServerFrame.class);
    }

    @Override
    public String encodeEntry(Event event) {
        return keep(event);
    }

    @Override
    public Event decodeStored(StoredEvent stored) {
        Event entry = kept(stored.entry(), Event.class);
        return entry.placed(stored.seq(), stored.count(), stored.digest());
    }

    @Override
    public String encodePage(ServerFrame.Page page, List<StoredEvent> stored) {
        return keep(
                new ServerFrame.Page(
                        page.conversation(),
                        page.epoch(),
                        page.from(),
                        page.to(),
                        page.head(),
                        page.push(),
                        stored.stream().map(this::decodeStored).toList()));
    }

    @Override
    public String encodeRegister(Register register) {
        return keep(register);
    }

    @Override
    public Register decodeRegister(String number) {
        return kept(number, Register.class);
    }
}
