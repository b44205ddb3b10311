package baton.protocol;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.rules.LogDigest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/// How the words of the protocol look in JSON. Kept apart from the words themselves, so that
/// `model` knows no JSON library.
final class WireModule {
    private static final int NESTING_MAX = 32;

    private WireModule() {}

    /// Knows ids, times and hashes, and with them every record that is not an open type.
    static ObjectMapper plainMapper() {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(NESTING_MAX)
                                        .build())
                        // The usual pool keeps 24 KB for each thread, and each device has one.
                        .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                        .build();
        return JsonMapper.builder(factory)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .annotationIntrospector(new LaterFields.Needed())
                .addMixIn(ClientFrame.Send.class, LaterFields.Send.class)
                .addMixIn(ClientFrame.Set.class, LaterFields.Set.class)
                .addMixIn(ClientFrame.Beat.class, LaterFields.Beat.class)
                .addMixIn(ClientFrame.Draft.class, LaterFields.Ticketed.class)
                .addMixIn(ServerFrame.Drafted.class, LaterFields.Ticketed.class)
                .addMixIn(ServerFrame.Welcome.class, LaterFields.Welcome.class)
                .addMixIn(Register.Info.class, LaterFields.Info.class)
                .addMixIn(Register.Device.class, LaterFields.Device.class)
                .addMixIn(Register.Setting.class, LaterFields.Setting.class)
                .addMixIn(ClientFrame.AuditRow.class, LaterFields.AuditRow.class)
                .addMixIn(Register.Head.class, DigestMixIn.class)
                .addModule(new BlackbirdModule())
                .addModule(scalars())
                .build();
    }

    /// Knows everything: ids, bodies, registers and frames.
    static ObjectMapper mapper() {
        ObjectMapper plain = plainMapper();
        KindTable<Register> registers = KindTable.registers(plain);
        SimpleModule open = new SimpleModule("baton-open-types");
        open.addSerializer(EventBody.class, writer(EventBody.class, BodyJson::write));
        open.addDeserializer(EventBody.class, reader(EventBody.class, BodyJson::read));
        open.addSerializer(Event.class, writer(Event.class, EventJson::write));
        open.addSerializer(EventJson.Entry.class, writer(EventJson.Entry.class, EventJson::write));
        open.addDeserializer(Event.class, reader(Event.class, EventJson::read));
        add(open, registers);
        ObjectMapper inner = plain.copy().registerModule(open);
        SimpleModule frames = new SimpleModule("baton-frames");
        add(frames, KindTable.clientFrames(inner));
        add(frames, KindTable.serverFrames(inner));
        return inner.copy().registerModule(frames);
    }

    private static <T> void add(SimpleModule module, KindTable<T> kinds) {
        module.addSerializer(kinds.type(), new KindWriter<>(kinds));
        module.addDeserializer(kinds.type(), new KindReader<>(kinds));
    }

    private static SimpleModule scalars() {
        SimpleModule module = new SimpleModule("baton-scalars");
        text(module, AccountId.class, AccountId::handle, AccountId::new);
        text(module, DeviceId.class, DeviceId::value, DeviceId::new);
        text(module, ConversationId.class, ConversationId::value, ConversationId::new);
        text(module, MessageId.class, MessageId::toString, MessageId::parse);
        module.addSerializer(
                Instant.class,
                writer(Instant.class, (value, json) -> json.writeNumber(value.toEpochMilli())));
        module.addDeserializer(
                Instant.class, reader(Instant.class, json -> Instant.ofEpochMilli(whole(json))));
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> print, Function<String, T> of) {
        module.addSerializer(
                type, writer(type, (value, json) -> json.writeString(print.apply(value))));
        module.addDeserializer(type, reader(type, json -> of.apply(text(json))));
    }

    /// @throws JsonMappingException if the parser is at something else than a text
    static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw JsonMappingException.from(json, "no text");
        }
        return json.getText();
    }

    /// @throws JsonMappingException if the parser is at something else than a whole number
    static long whole(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw JsonMappingException.from(json, "no whole number");
        }
        return json.getLongValue();
    }

    /// Writes one value; the counterpart of [Read].
    @FunctionalInterface
    interface Write<T> {
        void to(T value, JsonGenerator json) throws IOException;
    }

    /// Reads one value at the parser's current token.
    @FunctionalInterface
    interface Read<T> {
        T from(JsonParser json) throws IOException;
    }

    private static <T> StdSerializer<T> writer(Class<T> type, Write<T> write) {
        return new StdSerializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                    throws IOException {
                write.to(value, json);
            }
        };
    }

    private static <T> StdDeserializer<T> reader(Class<T> type, Read<T> read) {
        return new StdDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser json, DeserializationContext context)
                    throws IOException {
                try {
                    return read.from(json);
                } catch (IllegalArgumentException e) {
                    throw JsonMappingException.from(json, "malformed value", e);
                }
            }
        };
    }

    private static final class KindWriter<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient KindTable<T> kinds;

        KindWriter(KindTable<T> kinds) {
            super(kinds.type());
            this.kinds = kinds;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            kinds.write(value, json, provider);
        }
    }

    /// 64 bits as 16 hexadecimal digits: JSON numbers lose the low bits in many readers.
    static final class HexWriter extends StdSerializer<Long> {
        private static final long serialVersionUID = 1L;

        HexWriter() {
            super(Long.class);
        }

        @Override
        public void serialize(Long value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(LogDigest.hex(value));
        }
    }

    /// See [HexWriter].
    static final class HexReader extends StdDeserializer<Long> {
        private static final long serialVersionUID = 1L;

        HexReader() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return LogDigest.parse(text(json));
        }
    }

    /// Read by the mapper only: which numbers of the model are printed as hashes.
    interface DigestMixIn {
        @JsonSerialize(using = HexWriter.class)
        @JsonDeserialize(using = HexReader.class)
        long digest();
    }
}
