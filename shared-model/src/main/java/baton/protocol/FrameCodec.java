package baton.protocol;

import baton.model.Event;
import baton.model.EventBody;
import baton.model.Register;
import baton.rules.LogDigest;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Turns frames, stored entries and register values into JSON text and back. Immutable; serves all
/// threads. Unknown fields are ignored; unknown kinds of bodies and registers are kept as they are;
/// an unknown or malformed frame is a [MalformedFrameException], never anything else. Open to be
/// replaced where both sides live in one process and want no text between them.
public class FrameCodec {
    private static final int HEADER_CHARS = 160;
    private static final int PLACE_CHARS = 96;
    private static final ObjectMapper MAPPER = WireModule.mapper();

    private final ObjectReader clientFrames = MAPPER.readerFor(ClientFrame.class);
    private final ObjectReader serverFrames = MAPPER.readerFor(ServerFrame.class);
    private final ObjectReader events = MAPPER.readerFor(Event.class);
    private final ObjectReader registers = MAPPER.readerFor(Register.class);
    private final ObjectReader bodies = MAPPER.readerFor(EventBody.class);
    private final ObjectWriter clientFrame = MAPPER.writerFor(ClientFrame.class);
    private final ObjectWriter serverFrame = MAPPER.writerFor(ServerFrame.class);
    private final ObjectWriter entry = MAPPER.writerFor(EventJson.Entry.class);
    private final ObjectWriter register = MAPPER.writerFor(Register.class);
    private final ObjectWriter body = MAPPER.writerFor(EventBody.class);

    /// A frame of a device as one line of JSON.
    public String encode(ClientFrame frame) {
        return write(clientFrame, frame);
    }

    /// A frame of a relay as one line of JSON.
    public String encode(ServerFrame frame) {
        return write(serverFrame, frame);
    }

    /// @throws MalformedFrameException if the text is no frame of a device
    public ClientFrame decodeClient(String json) throws MalformedFrameException {
        return read(json, clientFrames, ClientFrame.class);
    }

    /// @throws MalformedFrameException if the text is no frame of a relay
    public ServerFrame decodeServer(String json) throws MalformedFrameException {
        return read(json, serverFrames, ServerFrame.class);
    }

    /// The part of an event that is known before the append, as a log stores it.
    ///
    /// @param event whose seq, count and digest are left out
    public String encodeEntry(Event event) {
        return write(entry, new EventJson.Entry(event));
    }

    /// The event of a stored entry.
    ///
    /// @throws MalformedFrameException if the stored text was damaged
    public Event decodeStored(StoredEvent stored) throws MalformedFrameException {
        StringBuilder json = new StringBuilder(stored.entry().length() + PLACE_CHARS);
        splice(stored, json);
        return read(json.toString(), events, Event.class);
    }

    /// A [ServerFrame.Page] of stored entries, made by joining their text: the relay never parses
    /// what it only passes on.
    ///
    /// @param page its header; its own list of events is not looked at
    public String encodePage(ServerFrame.Page page, List<StoredEvent> stored) {
        int chars = HEADER_CHARS;
        for (StoredEvent event : stored) {
            chars += event.entry().length() + PLACE_CHARS;
        }
        StringBuilder json = new StringBuilder(chars);
        json.append("{\"t\":\"page\",\"conversation\":\"").append(page.conversation());
        json.append("\",\"epoch\":").append(page.epoch());
        json.append(",\"from\":").append(page.from()).append(",\"to\":").append(page.to());
        json.append(",\"head\":").append(page.head());
        json.append(",\"push\":").append(page.push()).append(",\"events\":[");
        for (int i = 0; i < stored.size(); i++) {
            json.append(i == 0 ? "" : ",");
            splice(stored.get(i), json);
        }
        return json.append("]}").toString();
    }

    private static void splice(StoredEvent stored, StringBuilder json) {
        json.append("{\"seq\":").append(stored.seq());
        json.append(",\"count\":").append(stored.count());
        json.append(",\"digest\":\"").append(LogDigest.hex(stored.digest())).append("\",");
        json.append(stored.entry(), 1, stored.entry().length());
    }

    /// The value of a register as a feed stores it.
    public String encodeRegister(Register register) {
        return write(this.register, register);
    }

    /// @throws MalformedFrameException if the stored text was damaged
    public Register decodeRegister(String json) throws MalformedFrameException {
        return read(json, registers, Register.class);
    }

    /// A body on its own, for the client's store.
    public String encodeBody(EventBody body) {
        return write(this.body, body);
    }

    /// @throws MalformedFrameException if the stored text was damaged
    public EventBody decodeBody(String json) throws MalformedFrameException {
        return read(json, bodies, EventBody.class);
    }

    /// A request or answer of [AccountApi] as JSON.
    public String encodeApi(Record message) {
        return write(MAPPER.writer(), message);
    }

    /// @throws MalformedFrameException if the text does not have the shape of `type`
    public <T extends Record> T decodeApi(String json, Class<T> type)
            throws MalformedFrameException {
        return read(json, MAPPER.readerFor(type), type);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new UncheckedIOException("own types always encode", e);
        }
    }

    private static <T> T read(String json, ObjectReader reader, Class<T> type)
            throws MalformedFrameException {
        try (JsonParser parser = reader.createParser(json)) {
            SourceText.remember(parser, json);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedFrameException("not a JSON object");
            }
            T value = type.cast((Object) reader.readValue(parser));
            if (parser.nextToken() != null) {
                throw new MalformedFrameException("more than one JSON object");
            }
            return value;
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw new MalformedFrameException(e);
        }
    }
}
