package baton.protocol;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.MessageId;
import baton.model.Seal;
import baton.rules.LogDigest;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;

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
        JsonNode tree = json.readValueAsTree();
        if (!(tree instanceof ObjectNode node)) {
            throw JsonMappingException.from(json, "event is no object");
        }
        return new Event(
                number(json, node, "seq"),
                number(json, node, "count"),
                hex(json, node, "digest"),
                new AccountId(BodyJson.text(json, node, "author")),
                new DeviceId(BodyJson.text(json, node, "device")),
                number(json, node, "clientSeq"),
                MessageId.parse(BodyJson.text(json, node, "id")),
                Instant.ofEpochMilli(number(json, node, "at")),
                new Seal(hex(json, node, "hash"), node.has("proof") ? hex(json, node, "proof") : 0),
                BodyJson.of(json, node.path("body")));
    }

    private static long number(JsonParser json, JsonNode node, String field) throws IOException {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw JsonMappingException.from(json, "event lacks " + field);
        }
        return value.longValue();
    }

    private static long hex(JsonParser json, JsonNode node, String field) throws IOException {
        return LogDigest.parse(BodyJson.text(json, node, field));
    }
}
