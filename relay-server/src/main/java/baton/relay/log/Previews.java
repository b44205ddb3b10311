package baton.relay.log;

import baton.model.AccountId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Preview;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import java.util.regex.Pattern;

/// Makes the last line of a conversation from what the log holds. Stateless.
public final class Previews {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final FrameCodec codec;

    public Previews(FrameCodec codec) {
        this.codec = codec;
    }

    /// @param author of the event that is shown
    /// @param kind of its body, when it was appended; an edit, if a log that was lost begins anew
    ///   with it, says nothing by itself
    /// @param entry of that event or of its newest edit; empty if recalled
    public Preview of(AccountId author, String kind, String entry) {
        if (entry.isEmpty()) {
            return new Preview(author, EventBody.Gone.KIND, "");
        }
        try {
            String text =
                    switch (codec.decodeStored(new StoredEvent(0, 0, 0, entry)).body()) {
                        case EventBody.Message message -> message.text();
                        case EventBody.Edited edited when !kind.equals(edited.kind()) ->
                                edited.text();
                        default -> "";
                    };
            return new Preview(author, kind, oneLine(text));
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("damaged entry by " + author, e);
        }
    }

    private static String oneLine(String text) {
        String line = SPACES.matcher(text.strip()).replaceAll(" ");
        if (line.length() <= Limits.PREVIEW_CHARS_MAX) {
            return line;
        }
        int end = Limits.PREVIEW_CHARS_MAX;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }
}
