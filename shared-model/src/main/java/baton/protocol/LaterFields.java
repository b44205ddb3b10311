package baton.protocol;

import baton.model.Guard;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.io.IOException;
import java.time.Instant;

/// The fields that version 2 added to frames and registers of version 1, each with what its absence
/// means. Every other field of a record must be there.
final class LaterFields {
    private LaterFields() {}

    /// Tells the mapper which fields must be there.
    static final class Needed extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            JsonDeserialize reader = _findAnnotation(member, JsonDeserialize.class);
            return reader == null || !Later.class.isAssignableFrom(reader.using());
        }
    }

    /// Reads a field that may be absent, never one that is null.
    abstract static class Later<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient T absent;

        Later(Class<T> type, T absent) {
            super(type);
            this.absent = absent;
        }

        @Override
        public T getAbsentValue(DeserializationContext context) {
            return absent;
        }

        @Override
        public T getNullValue(DeserializationContext context) throws JsonMappingException {
            throw JsonMappingException.from(context, "null");
        }
    }

    static final class Zero extends Later<Long> {
        private static final long serialVersionUID = 1L;

        Zero() {
            super(Long.class, 0L);
        }

        @Override
        public Long deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return _parseLongPrimitive(json, context);
        }
    }

    static final class One extends Later<Integer> {
        private static final long serialVersionUID = 1L;

        One() {
            super(Integer.class, 1);
        }

        @Override
        public Integer deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return _parseIntPrimitive(json, context);
        }
    }

    static final class No extends Later<Boolean> {
        private static final long serialVersionUID = 1L;

        No() {
            super(Boolean.class, false);
        }

        @Override
        public Boolean deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return _parseBooleanPrimitive(json, context);
        }
    }

    static final class Never extends Later<Instant> {
        private static final long serialVersionUID = 1L;

        Never() {
            super(Instant.class, Instant.EPOCH);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return Instant.ofEpochMilli(WireModule.whole(json));
        }
    }

    static final class Unguarded extends Later<Guard> {
        private static final long serialVersionUID = 1L;

        Unguarded() {
            super(Guard.class, Guard.NONE);
        }

        @Override
        public Guard deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return context.readValue(json, Guard.class);
        }
    }

    /// See [ClientFrame.Send].
    interface Send {
        @JsonDeserialize(using = Zero.class)
        long claim();

        /// Within version 2 it came later, hence it is left out where it says nothing.
        @JsonDeserialize(using = No.class)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean again();
    }

    /// See [ClientFrame.Beat].
    interface Beat {
        @JsonDeserialize(using = No.class)
        boolean current();
    }

    /// See [ClientFrame.Set].
    interface Set {
        @JsonDeserialize(using = Zero.class)
        long epoch();

        @JsonDeserialize(using = Zero.class)
        long revision();
    }

    /// See [ClientFrame.Draft] and [ServerFrame.Drafted]. Within version 2 the field came later,
    /// hence it is left out where it says nothing.
    interface Ticketed {
        @JsonDeserialize(using = Zero.class)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long ticket();
    }

    /// See [ClientFrame.AuditRow]. Within version 2 the field came later, hence it is left out
    /// where it says nothing.
    interface AuditRow extends WireModule.DigestMixIn {
        @JsonDeserialize(using = Zero.class)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long floor();
    }

    /// See [ServerFrame.Welcome].
    interface Welcome {
        @JsonDeserialize(using = One.class)
        int version();

        @JsonDeserialize(using = Zero.class)
        long epoch();
    }

    /// See [baton.model.Register.Info].
    interface Info {
        @JsonDeserialize(using = Zero.class)
        long epoch();

        @JsonDeserialize(using = Zero.class)
        long floorOwn();

        @JsonDeserialize(using = Unguarded.class)
        Guard guard();
    }

    /// See [baton.model.Register.Setting]. Within version 2 the fields came later, hence they are
    /// left out where they say nothing.
    interface Setting {
        @JsonDeserialize(using = Zero.class)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long epoch();

        @JsonDeserialize(using = Zero.class)
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long revision();
    }

    /// See [baton.model.Register.Device].
    interface Device {
        @JsonDeserialize(using = Never.class)
        Instant currentAt();
    }
}
