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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The closed list of records behind a sealed type, each named by the word in the field `t`. A
/// class name never comes from outside.
final class KindTable<T> {
    private static final String FIELD = "t";
    private static final Set<String> VERSION_1 =
            Set.of("head", "info", "read", "draft", "delivered", "readby", "device");

    private final ObjectMapper mapper;
    private final Class<T> type;
    private final Map<String, Class<? extends T>> typeOfWord = new TreeMap<>();
    private final Map<String, UnaryOperator<ObjectNode>> absent = new TreeMap<>();

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
                .with("beat", ClientFrame.Beat.class)
                .with("set", ClientFrame.Set.class)
                .with("typing", ClientFrame.Typing.class)
                .with("watch", ClientFrame.Watch.class)
                .with("probe", ClientFrame.Probe.class)
                .with("offer", ClientFrame.Offer.class)
                .with("audit", ClientFrame.Audit.class)
                .absent("send", node -> node.put("claim", 0))
                .absent("beat", node -> node.put("current", false));
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
                .with("bye", ServerFrame.Bye.class)
                .with("done", ServerFrame.Done.class)
                .with("typing", ServerFrame.Typing.class)
                .with("presence", ServerFrame.Presence.class)
                .with("probed", ServerFrame.Probed.class)
                .with("offered", ServerFrame.Offered.class)
                .with("audited", ServerFrame.Audited.class)
                .absent("welcome", node -> node.put("version", 1).put("epoch", 0));
    }

    static KindTable<Register> registers(ObjectMapper mapper) {
        return new KindTable<>(mapper, Register.class)
                .with("head", Register.Head.class)
                .with("info", Register.Info.class)
                .with("read", Register.Read.class)
                .with("draft", Register.Draft.class)
                .with("delivered", Register.Delivered.class)
                .with("readby", Register.ReadBy.class)
                .with("device", Register.Device.class)
                .with("notable", Register.Notable.class)
                .with("setting", Register.Setting.class)
                .absent("info", KindTable::unguarded)
                .absent("device", node -> node.put("currentAt", 0));
    }

    private KindTable<T> with(String word, Class<? extends T> record) {
        typeOfWord.put(word, record);
        return this;
    }

    /// Fields that a later version added, with what their absence means.
    private KindTable<T> absent(String word, UnaryOperator<ObjectNode> defaults) {
        absent.put(word, defaults);
        return this;
    }

    private static ObjectNode unguarded(ObjectNode node) {
        node.put("floorOwn", 0).put("guarded", false);
        node.putObject("claim").put("holder", "").put("epoch", 0);
        return node;
    }

    void write(T value, JsonGenerator json) throws IOException {
        if (value instanceof Register.Unknown unknown) {
            json.writeRawValue(unknown.json());
            return;
        }
        ObjectNode node = mapper.createObjectNode();
        node.put(FIELD, wordOf(value));
        node.setAll((ObjectNode) mapper.valueToTree(value));
        if (value instanceof Register register && !VERSION_1.contains(node.path(FIELD).asText())) {
            // By its key a device of version 1 keeps what it does not understand.
            node.put("key", register.key());
        }
        json.writeTree(node);
    }

    private ObjectNode whole(String word, ObjectNode node) {
        if (!absent.containsKey(word)) {
            return node;
        }
        ObjectNode whole = absent.get(word).apply(mapper.createObjectNode());
        whole.setAll(node);
        return whole;
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
            return mapper.treeToValue(whole(word, node), record);
        }
        JsonNode key = node.path("key");
        if (type == Register.class && key.isTextual()) {
            return type.cast(new Register.Unknown(key.asText(), node.toString()));
        }
        throw JsonMappingException.from(json, "unknown kind of " + type.getSimpleName());
    }
}
