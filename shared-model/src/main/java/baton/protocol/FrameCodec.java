package baton.protocol;

import baton.model.Event;
import baton.model.EventBody;
import baton.model.Register;
import baton.rules.LogDigest;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/// Turns frames, stored entries and register values into JSON text and back. One immutable instance
/// serves all threads. Unknown fields are ignored; unknown kinds of bodies and registers are kept
/// as they are; an unknown or malformed frame is a [MalformedFrameException], never anything else.
public final class FrameCodec {
    private final ObjectMapper mapper = WireModule.mapper();

    /// A frame of a device as one line of JSON.
    public String encode(ClientFrame frame) {
        return write(mapper.writerFor(ClientFrame.class), frame);
    }

    /// A frame of a relay as one line of JSON.
    public String encode(ServerFrame frame) {
        return write(mapper.writerFor(ServerFrame.class), frame);
    }

    /// @throws MalformedFrameException if the text is no frame of a device
    public ClientFrame decodeClient(String json) throws MalformedFrameException {
        return read(json, ClientFrame.class);
    }

    /// @throws MalformedFrameException if the text is no frame of a relay
    public ServerFrame decodeServer(String json) throws MalformedFrameException {
        return read(json, ServerFrame.class);
    }

    /// The part of an event that is known before the append, as a log stores it.
    ///
    /// @param event whose seq, count and digest are left out
    public String encodeEntry(Event event) {
        return write(mapper.writer(), new EventJson.Entry(event));
    }

    /// The event of a stored entry.
    ///
    /// @throws MalformedFrameException if the stored text was damaged
    public Event decodeStored(StoredEvent stored) throws MalformedFrameException {
        return read(splice(stored), Event.class);
    }

    /// A [ServerFrame.Page] of stored entries, made by joining their text: the relay never parses
    /// what it only passes on.
    ///
    /// @param page its header; its own list of events is not looked at
    public String encodePage(ServerFrame.Page page, List<StoredEvent> stored) {
        StringBuilder json = new StringBuilder(256);
        json.append("{\"t\":\"page\",\"conversation\":\"").append(page.conversation());
        json.append("\",\"epoch\":").append(page.epoch());
        json.append(",\"from\":").append(page.from()).append(",\"to\":").append(page.to());
        json.append(",\"head\":").append(page.head());
        json.append(",\"push\":").append(page.push()).append(",\"events\":[");
        for (int i = 0; i < stored.size(); i++) {
            json.append(i == 0 ? "" : ",").append(splice(stored.get(i)));
        }
        return json.append("]}").toString();
    }

    private static String splice(StoredEvent stored) {
        return "{\"seq\":"
                + stored.seq()
                + ",\"count\":"
                + stored.count()
                + ",\"digest\":\""
                + LogDigest.hex(stored.digest())
                + "\","
                + stored.entry().substring(1);
    }

    /// The value of a register as a feed stores it.
    public String encodeRegister(Register register) {
        return write(mapper.writerFor(Register.class), register);
    }

    /// @throws MalformedFrameException if the stored text was damaged
    public Register decodeRegister(String json) throws MalformedFrameException {
        return read(json, Register.class);
    }

    /// A body on its own, for the client's store.
    public String encodeBody(EventBody body) {
        return write(mapper.writerFor(EventBody.class), body);
    }

    /// @throws MalformedFrameException if the stored text was damaged
    public EventBody decodeBody(String json) throws MalformedFrameException {
        return read(json, EventBody.class);
    }

    /// A request or answer of [AccountApi] as JSON.
    public String encodeApi(Record message) {
        return write(mapper.writer(), message);
    }

    /// @throws MalformedFrameException if the text does not have the shape of `type`
    public <T extends Record> T decodeApi(String json, Class<T> type)
            throws MalformedFrameException {
        return read(json, type);
    }

    private static String write(com.fasterxml.jackson.databind.ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new UncheckedIOException("own types always encode", e);
        }
    }

    private <T> T read(String json, Class<T> type) throws MalformedFrameException {
        try {
            JsonNode node = mapper.readTree(json);
            if (node == null || !node.isObject()) {
                throw new MalformedFrameException("not a JSON object");
            }
            return mapper.treeToValue(node, type);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new MalformedFrameException(e);
        }
    }
}
