package baton.protocol;

import baton.model.AccountId;
import baton.model.EventBody;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Event bodies in JSON: an object whose `kind` says what it is. Written by hand because a body of
/// an unknown kind must survive a round trip to the letter.
final class BodyJson {
    private BodyJson() {}

    static void write(EventBody body, JsonGenerator json) throws IOException {
        if (body instanceof EventBody.Unknown unknown) {
            json.writeRawValue(unknown.json());
            return;
        }
        json.writeStartObject();
        json.writeStringField("kind", body.kind());
        switch (body) {
            case EventBody.Message message -> json.writeStringField("text", message.text());
            case EventBody.Created created -> {
                json.writeStringField("title", created.title());
                json.writeArrayFieldStart("members");
                for (AccountId member : created.members()) {
                    json.writeString(member.handle());
                }
                json.writeEndArray();
            }
            case EventBody.Invited invited ->
                    json.writeStringField("account", invited.account().handle());
            case EventBody.Titled titled -> json.writeStringField("title", titled.title());
            case EventBody.Left left -> {}
            case EventBody.Unknown unknown -> {}
        }
        json.writeEndObject();
    }

    static EventBody read(JsonParser json) throws IOException {
        JsonNode tree = json.readValueAsTree();
        if (!(tree instanceof ObjectNode node)) {
            throw JsonMappingException.from(json, "body is no object");
        }
        String kind = text(json, node, "kind");
        return switch (kind) {
            case EventBody.Message.KIND -> new EventBody.Message(text(json, node, "text"));
            case EventBody.Created.KIND ->
                    new EventBody.Created(text(json, node, "title"), members(json, node));
            case EventBody.Invited.KIND ->
                    new EventBody.Invited(new AccountId(text(json, node, "account")));
            case EventBody.Left.KIND -> new EventBody.Left();
            case EventBody.Titled.KIND -> new EventBody.Titled(text(json, node, "title"));
            default ->
                    new EventBody.Unknown(
                            kind, node.toString(), node.path("countable").asBoolean(false));
        };
    }

    private static String text(JsonParser json, JsonNode node, String field) throws IOException {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw JsonMappingException.from(json, "body lacks " + field);
        }
        return value.textValue();
    }

    private static List<AccountId> members(JsonParser json, JsonNode node) throws IOException {
        List<AccountId> members = new ArrayList<>();
        for (JsonNode member : node.path("members")) {
            if (!member.isTextual()) {
                throw JsonMappingException.from(json, "a member is no handle");
            }
            members.add(new AccountId(member.textValue()));
        }
        return members;
    }
}
