package baton.protocol;

import baton.model.Register;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Reads one of the records of a [KindTable] in one pass if its word comes first, as everybody
/// writes it; a word further back costs a second pass.
final class KindReader<T> extends StdDeserializer<T> implements ResolvableDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient KindTable<T> kinds;
    private final transient Map<String, JsonDeserializer<Object>> readerOfWord = new HashMap<>();

    KindReader(KindTable<T> kinds) {
        super(kinds.type());
        this.kinds = kinds;
    }

    /// Called once, before the first read.
    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        for (Map.Entry<String, Class<? extends T>> kind : kinds.typeOfWord().entrySet()) {
            readerOfWord.put(
                    kind.getKey(),
                    context.findRootValueDeserializer(context.constructType(kind.getValue())));
        }
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            throw JsonMappingException.from(json, kinds.type().getSimpleName() + " is no object");
        }
        int start = SourceText.start(json);
        boolean isFirst = KindTable.FIELD.equals(json.nextFieldName());
        String word = isFirst ? String.valueOf(json.nextTextValue()) : "";
        JsonDeserializer<Object> reader = readerOfWord.get(word);
        if (reader == null) {
            return inTwoPasses(json, context, start);
        }
        json.nextToken();
        return kinds.type().cast(reader.deserialize(json, context));
    }

    /// From within the object that began at `start`.
    private T inTwoPasses(JsonParser json, DeserializationContext context, int start)
            throws IOException {
        Map<String, String> words = words(json);
        String text = SourceText.since(start, json);
        JsonDeserializer<Object> reader = readerOfWord.get(words.getOrDefault(KindTable.FIELD, ""));
        if (reader != null) {
            try (JsonParser again = json.getCodec().getFactory().createParser(text)) {
                SourceText.remember(again, text);
                again.nextToken();
                return kinds.type().cast(reader.deserialize(again, context));
            }
        }
        String key = words.get(KindTable.KEY);
        if (kinds.type() == Register.class && key != null) {
            return kinds.type().cast(new Register.Unknown(key, text));
        }
        throw JsonMappingException.from(json, "unknown kind of " + kinds.type().getSimpleName());
    }

    /// What the two fields say that matter whatever the kind; reads to the end of the object.
    private static Map<String, String> words(JsonParser json) throws IOException {
        Map<String, String> words = new HashMap<>();
        JsonToken token = json.currentToken();
        while (token != JsonToken.END_OBJECT) {
            String name = json.currentName();
            boolean isAsked = KindTable.FIELD.equals(name) || KindTable.KEY.equals(name);
            if (isAsked && token == JsonToken.VALUE_STRING) {
                words.put(name, json.getText());
            }
            json.skipChildren();
            token = json.nextToken();
        }
        return words;
    }
}
