package baton.protocol;

import baton.model.AccountId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Target;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Event bodies in JSON: an object whose `kind` says what it is. Written by hand because a body of
/// an unknown kind must survive a round trip to the letter. A countable body of a kind that version
/// 1 does not know says so itself, in `countable`.
final class BodyJson {
    private static final String KIND = "kind";
    private static final String COUNTABLE = "countable";

    private BodyJson() {}

    static void write(EventBody body, JsonGenerator json) throws IOException {
        if (body instanceof EventBody.Unknown unknown) {
            json.writeRawValue(unknown.json());
            return;
        }
        json.writeStartObject();
        json.writeStringField(KIND, body.kind());
        switch (body) {
            case EventBody.Message message -> write(message, json);
            case EventBody.Created created -> {
                json.writeStringField("title", created.title());
                accounts("members", created.members(), json);
            }
            case EventBody.Invited invited ->
                    json.writeStringField("account", invited.account().handle());
            case EventBody.Titled titled -> json.writeStringField("title", titled.title());
            case EventBody.Edited edited -> {
                target("target", edited.target(), json);
                json.writeStringField("text", edited.text());
                accounts("mentions", edited.mentions(), json);
            }
            case EventBody.Recalled recalled -> target("target", recalled.target(), json);
            case EventBody.Reacted reacted -> {
                target("target", reacted.target(), json);
                json.writeStringField("emoji", reacted.emoji());
                json.writeBooleanField("on", reacted.on());
            }
            case EventBody.Guarded guarded -> json.writeBooleanField("on", guarded.on());
            case EventBody.Claimed claimed -> json.writeBooleanField("force", claimed.force());
            case EventBody.Gone gone -> {
                json.writeStringField("was", gone.was());
                json.writeBooleanField(COUNTABLE, gone.isCountable());
            }
            case EventBody.Left left -> {}
            case EventBody.Released released -> {}
            case EventBody.Unknown unknown -> {}
        }
        json.writeEndObject();
    }

    private static void write(EventBody.Message message, JsonGenerator json) throws IOException {
        json.writeStringField("text", message.text());
        if (message.isPlain()) {
            return;
        }
        if (!message.reply().isNone()) {
            target("reply", message.reply(), json);
        }
        accounts("mentions", message.mentions(), json);
        json.writeBooleanField(COUNTABLE, true);
    }

    private static void accounts(String field, List<AccountId> accounts, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (AccountId account : accounts) {
            json.writeString(account.handle());
        }
        json.writeEndArray();
    }

    private static void target(String field, Target target, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("seq", target.seq());
        json.writeStringField("id", target.id().toString());
        json.writeEndObject();
    }

    /// In one pass for plain messages, which are nearly all bodies; by a tree for the others.
    static EventBody read(JsonParser json) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            throw JsonMappingException.from(json, "body is no object");
        }
        int start = SourceText.start(json);
        if (!KIND.equals(json.nextFieldName())) {
            ObjectNode node = rest(json);
            return of(json, start, text(json, node, KIND), node);
        }
        String kind = json.nextTextValue();
        if (kind == null) {
            throw JsonMappingException.from(json, "kind is no text");
        }
        json.nextToken();
        if (kind.equals(EventBody.Message.KIND)) {
            return message(json);
        }
        return of(json, start, kind, rest(json));
    }

    /// The fields from the parser's place to the end of the body.
    private static ObjectNode rest(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.FIELD_NAME
                ? json.readValueAsTree()
                : JsonNodeFactory.instance.objectNode();
    }

    /// From behind the kind to the end of the body.
    private static EventBody message(JsonParser json) throws IOException {
        String text = null;
        while (json.currentToken() == JsonToken.FIELD_NAME) {
            boolean isText = json.currentName().equals("text");
            json.nextToken();
            if (isText) {
                text = WireModule.text(json);
            } else {
                json.skipChildren();
            }
            json.nextToken();
        }
        if (text == null) {
            throw JsonMappingException.from(json, "message lacks its text");
        }
        return new EventBody.Message(text);
    }

    private static EventBody of(JsonParser json, int start, String kind, ObjectNode node)
            throws IOException {
        return switch (kind) {
            case EventBody.Message.KIND -> new EventBody.Message(text(json, node, "text"));
            case EventBody.Message.RICH_KIND -> rich(json, node);
            case EventBody.Created.KIND ->
                    new EventBody.Created(
                            text(json, node, "title"), accounts(json, node, "members"));
            case EventBody.Invited.KIND ->
                    new EventBody.Invited(new AccountId(text(json, node, "account")));
            case EventBody.Left.KIND -> new EventBody.Left();
            case EventBody.Titled.KIND -> new EventBody.Titled(text(json, node, "title"));
            case EventBody.Edited.KIND ->
                    new EventBody.Edited(
                            target(json, node, "target"),
                            text(json, node, "text"),
                            accounts(json, node, "mentions"));
            case EventBody.Recalled.KIND -> new EventBody.Recalled(target(json, node, "target"));
            case EventBody.Reacted.KIND ->
                    new EventBody.Reacted(
                            target(json, node, "target"),
                            text(json, node, "emoji"),
                            flag(json, node, "on"));
            case EventBody.Guarded.KIND -> new EventBody.Guarded(flag(json, node, "on"));
            case EventBody.Claimed.KIND -> new EventBody.Claimed(flag(json, node, "force"));
            case EventBody.Released.KIND -> new EventBody.Released();
            case EventBody.Gone.KIND ->
                    new EventBody.Gone(text(json, node, "was"), flag(json, node, COUNTABLE));
            default ->
                    new EventBody.Unknown(
                            kind,
                            SourceText.since(start, json),
                            node.path(COUNTABLE).asBoolean(false));
        };
    }

    /// A rich message without reply and mentions is none: it would print as another kind.
    private static EventBody rich(JsonParser json, ObjectNode node) throws IOException {
        Target reply = node.has("reply") ? target(json, node, "reply") : Target.NONE;
        EventBody.Message message =
                new EventBody.Message(
                        text(json, node, "text"), reply, accounts(json, node, "mentions"));
        if (message.isPlain()) {
            throw JsonMappingException.from(json, "rich message is plain");
        }
        return message;
    }

    private static Target target(JsonParser json, ObjectNode node, String field)
            throws IOException {
        JsonNode target = node.path(field);
        JsonNode seq = target.path("seq");
        if (!seq.isIntegralNumber() || seq.longValue() < 1) {
            throw JsonMappingException.from(json, "body lacks the seq of " + field);
        }
        return new Target(seq.longValue(), MessageId.parse(text(json, target, "id")));
    }

    private static boolean flag(JsonParser json, JsonNode node, String field) throws IOException {
        JsonNode value = node.path(field);
        if (!value.isBoolean()) {
            throw JsonMappingException.from(json, "body lacks " + field);
        }
        return value.booleanValue();
    }

    private static String text(JsonParser json, JsonNode node, String field) throws IOException {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw JsonMappingException.from(json, "text of " + field + " is missing");
        }
        return value.textValue();
    }

    private static List<AccountId> accounts(JsonParser json, JsonNode node, String field)
            throws IOException {
        List<AccountId> accounts = new ArrayList<>();
        for (JsonNode account : node.path(field)) {
            if (!account.isTextual()) {
                throw JsonMappingException.from(json, "an account is no handle");
            }
            accounts.add(new AccountId(account.textValue()));
        }
        return accounts;
    }
}
