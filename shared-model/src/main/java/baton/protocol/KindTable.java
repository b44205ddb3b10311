package baton.protocol;

import baton.model.Register;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The closed list of records behind a sealed type, each named by the word in the field `t`. A
/// class name never comes from outside.
final class KindTable<T> {
    static final String FIELD = "t";
    static final String KEY = "key";
    private static final Set<String> VERSION_1 =
            Set.of("head", "info", "read", "draft", "delivered", "readby", "device");

    private final ObjectMapper mapper;
    private final Class<T> type;
    private final Map<String, Class<? extends T>> typeOfWord = new HashMap<>();
    private final Map<Class<?>, Kind> kindOfType = new HashMap<>();

    /// @param fields writes the fields of such a record, without braces
    private record Kind(String word, JsonSerializer<Object> fields) {}

    private KindTable(ObjectMapper mapper, Class<T> type) {
        this.mapper = mapper;
        this.type = type;
    }

    /// @param mapper knows what is in the records, and nothing of their words
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
                .with("audit", ClientFrame.Audit.class);
    }

    /// @param mapper as above
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
                .with("audited", ServerFrame.Audited.class);
    }

    /// @param mapper as above
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
                .with("setting", Register.Setting.class);
    }

    private KindTable<T> with(String word, Class<? extends T> record) {
        typeOfWord.put(word, record);
        kindOfType.put(record, new Kind(word, fieldsOf(record)));
        return this;
    }

    private JsonSerializer<Object> fieldsOf(Class<?> record) {
        try {
            return mapper.getSerializerProviderInstance()
                    .findValueSerializer(record)
                    .unwrappingSerializer(NameTransformer.NOP);
        } catch (IOException e) {
            throw new IllegalArgumentException("no record: " + record.getSimpleName(), e);
        }
    }

    Class<T> type() {
        return type;
    }

    Map<String, Class<? extends T>> typeOfWord() {
        return Collections.unmodifiableMap(typeOfWord);
    }

    void write(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (value instanceof Register.Unknown unknown) {
            json.writeRawValue(unknown.json());
            return;
        }
        Kind kind = kindOfType.get(value.getClass());
        if (kind == null) {
            throw new IllegalArgumentException("no word for " + value.getClass().getSimpleName());
        }
        json.writeStartObject();
        json.writeStringField(FIELD, kind.word());
        kind.fields().serialize(value, json, provider);
        if (value instanceof Register register && !VERSION_1.contains(kind.word())) {
            // By its key a device of version 1 keeps what it does not understand.
            json.writeStringField(KEY, register.key());
        }
        json.writeEndObject();
    }
}
