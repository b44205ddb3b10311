package baton.protocol;

import baton.model.Event;
import baton.rules.LogDigest;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;

/// Events in JSON. Hashes are 16 hexadecimal digits, since JSON numbers lose the low bits in many
/// readers; an event without proof has no such field, as in version 1.
final class EventJson {
    private EventJson() {}

    /// An event without what the append gives it.
    record Entry(Event event) {}

    static void write(Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeEntry(entry.event(), json);
        json.writeEndObject();
    }

    static void write(Event event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("seq", event.seq());
        json.writeNumberField("count", event.count());
        json.writeStringField("digest", LogDigest.hex(event.digest()));
        writeEntry(event, json);
        json.writeEndObject();
    }

    private static void writeEntry(Event event, JsonGenerator json) throws IOException {
        json.writeStringField("author", event.author().handle());
        json.writeStringField("device", event.device().value());
        json.writeNumberField("clientSeq", event.clientSeq());
        json.writeStringField("id", event.id().toString());
        json.writeNumberField("at", event.at().toEpochMilli());
        json.writeStringField("hash", LogDigest.hex(event.seal().hash()));
        if (event.seal().proof() != 0) {
            json.writeStringField("proof", LogDigest.hex(event.seal().proof()));
        }
        json.writeFieldName("body");
        BodyJson.write(event.body(), json);
    }

    static Event read(JsonParser json) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            throw JsonMappingException.from(json, "event is no object");
        }
        EventFields fields = new EventFields();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            fields.take(field, json);
        }
        return fields.event(json);
    }
}
