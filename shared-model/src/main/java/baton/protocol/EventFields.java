package baton.protocol;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Seal;
import baton.rules.LogDigest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.time.Instant;

/// The fields of one event while it is read, in whatever order they come. One thread.
final class EventFields {
    private static final int COMPLETE = (1 << 10) - 1;
    private static final EventBody NONE = new EventBody.Left();
    private static final AccountId NOBODY = new AccountId("nobody");
    private static final DeviceId NOWHERE = new DeviceId("none");
    private static final MessageId NO_ID = MessageId.of(0, 0, 0);

    private int seen;
    private long seq;
    private long count;
    private long digest;
    private AccountId author = NOBODY;
    private DeviceId device = NOWHERE;
    private long clientSeq;
    private MessageId id = NO_ID;
    private long at;
    private long hash;
    private long proof;
    private EventBody body = NONE;

    /// Takes the field whose value the parser is at; passes over one that it does not know.
    void take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "seq" -> seq = number(0, json);
            case "count" -> count = number(1, json);
            case "digest" -> digest = LogDigest.parse(text(2, json));
            case "author" -> author = new AccountId(text(3, json));
            case "device" -> device = new DeviceId(text(4, json));
            case "clientSeq" -> clientSeq = number(5, json);
            case "id" -> id = MessageId.parse(text(6, json));
            case "at" -> at = number(7, json);
            case "hash" -> hash = LogDigest.parse(text(8, json));
            case "proof" -> proof = LogDigest.parse(text(10, json));
            case "body" -> {
                seen |= 1 << 9;
                body = BodyJson.read(json);
            }
            default -> json.skipChildren();
        }
    }

    private long number(int place, JsonParser json) throws IOException {
        seen |= 1 << place;
        return WireModule.whole(json);
    }

    private String text(int place, JsonParser json) throws IOException {
        seen |= 1 << place;
        return WireModule.text(json);
    }

    /// @throws JsonMappingException if one is missing; only the proof may be
    Event event(JsonParser json) throws JsonMappingException {
        if ((seen & COMPLETE) != COMPLETE) {
            throw JsonMappingException.from(json, "event lacks a field");
        }
        return new Event(
                seq,
                count,
                digest,
                author,
                device,
                clientSeq,
                id,
                Instant.ofEpochMilli(at),
                new Seal(hash, proof),
                body);
    }
}
