package baton.protocol;

import baton.model.Register;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// The closed list of records behind a sealed type, each named by the word in the field `t`. A
/// class name never comes from outside.
final class KindTable<T> {
    private static final String FIELD = "t";

    private final ObjectMapper mapper;
    private final Class<T> type;
    private final Map<String, Class<? extends T>> typeOfWord = new TreeMap<>();

    private KindTable(ObjectMapper mapper, Class<T> type) {
        this.mapper = mapper;
        this.type = type;
    }

    static KindTable<ClientFrame> clientFrames(ObjectMapper mapper) {
        return new KindTable<>(mapper, ClientFrame.class)
                .with("sync", ClientFrame.Sync.class)
                .with("fetch", ClientFrame.Fetch.class)
                .with("send", ClientFrame.Send.class)
                .with("mark", ClientFrame.Mark.class)
                .with("draft", ClientFrame.Draft.class)
                .with("credit", ClientFrame.Credit.class)
                .with("beat", ClientFrame.Beat.class);
    }

    static KindTable<ServerFrame> serverFrames(ObjectMapper mapper) {
        return new KindTable<>(mapper, ServerFrame.class)
                .with("welcome", ServerFrame.Welcome.class)
                .with("feed", ServerFrame.Feed.class)
                .with("page", ServerFrame.Page.class)
                .with("ack", ServerFrame.Ack.class)
                .with("refused", ServerFrame.Refused.class)
                .with("drafted", ServerFrame.Drafted.class)
                .with("beat", ServerFrame.Beat.class)
                .with("fault", ServerFrame.Fault.class)
                .with("bye", ServerFrame.Bye.class);
    }

    static KindTable<Register> registers(ObjectMapper mapper) {
        return new KindTable<>(mapper, Register.class)
                .with("head", Register.Head.class)
                .with("info", Register.Info.class)
                .with("read", Register.Read.class)
                .with("draft", Register.Draft.class)
                .with("delivered", Register.Delivered.class)
                .with("readby", Register.ReadBy.class)
                .with("device", Register.Device.class);
    }

    private KindTable<T> with(String word, Class<? extends T> record) {
        typeOfWord.put(word, record);
        return this;
    }

    void write(T value, JsonGenerator json) throws IOException {
        if (value instanceof Register.Unknown unknown) {
            json.writeRawValue(unknown.json());
            return;
        }
        ObjectNode node = mapper.createObjectNode();
        node.put(FIELD, wordOf(value));
        node.setAll((ObjectNode) mapper.valueToTree(value));
        json.writeTree(node);
    }

    private String wordOf(T value) {
        for (Map.Entry<String, Class<? extends T>> entry : typeOfWord.entrySet()) {
            if (entry.getValue() == value.getClass()) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no word for " + value.getClass().getSimpleName());
    }

    T read(JsonParser json) throws IOException {
        ObjectNode node = mapper.readTree(json);
        String word = node.path(FIELD).asText();
        Class<? extends T> record = typeOfWord.get(word);
        if (record != null) {
            return mapper.treeToValue(node, record);
        }
        JsonNode key = node.path("key");
        if (type == Register.class && key.isTextual()) {
            return type.cast(new Register.Unknown(key.asText(), node.toString()));
        }
        throw JsonMappingException.from(json, "unknown kind of " + type.getSimpleName());
    }
}
