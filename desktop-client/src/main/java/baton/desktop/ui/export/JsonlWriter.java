package baton.desktop.ui.export;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.Me;
import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.Member;
import baton.model.Reaction;
import baton.model.Target;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One JSON object a line: first the conversation, then what it holds. The fields are described in
/// `docs/user/README.md`; `version` rises when one changes its meaning.
final class JsonlWriter implements ConversationWriter {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Me me;
    private final Instant now;

    /// @param out stays open
    JsonlWriter(Writer out, Me me, Instant now) throws IOException {
        this.json = JSON.createGenerator(out);
        this.me = me;
        this.now = now;
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void begin(ConversationRow conversation) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "conversation");
        json.writeNumberField("version", VERSION);
        json.writeStringField("id", conversation.id().value());
        json.writeStringField("title", conversation.title());
        json.writeStringField("account", me.account().handle());
        json.writeStringField("exportedAt", now.toString());
        json.writeArrayFieldStart("members");
        for (Member member : conversation.members()) {
            json.writeStartObject();
            json.writeStringField("account", member.account().handle());
            json.writeStringField("name", member.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void page(TimelinePage page) throws IOException {
        for (TimelineRow row : page.rows()) {
            json.writeStartObject();
            switch (row) {
                case TimelineRow.Entry entry -> write(entry);
                case TimelineRow.Gap(var hole) -> {
                    json.writeStringField("type", "missing");
                    json.writeNumberField("from", hole.from());
                    json.writeNumberField("to", hole.to());
                    json.writeNumberField("messages", hole.messages());
                }
                case TimelineRow.Pending pending -> write(pending);
            }
            json.writeEndObject();
        }
    }

    private void write(TimelineRow.Entry entry) throws IOException {
        Event event = entry.event();
        json.writeStringField("type", event.body().isCountable() ? "message" : "event");
        json.writeNumberField("seq", event.seq());
        json.writeStringField("id", event.id().toString());
        json.writeStringField("at", event.at().toString());
        json.writeStringField("author", event.author().handle());
        json.writeStringField("name", entry.authorName());
        if (event.body().isCountable()) {
            write(event.body(), entry.folded());
        } else {
            write(event.body());
        }
    }

    private void write(EventBody body, Folded folded) throws IOException {
        if (folded.gone()) {
            json.writeBooleanField("recalled", true);
            return;
        }
        json.writeStringField("text", folded.text());
        json.writeBooleanField("edited", folded.edited());
        if (body instanceof EventBody.Message message && !message.reply().isNone()) {
            write(message.reply());
        }
        accounts("mentions", folded.mentions());
        json.writeArrayFieldStart("reactions");
        for (Reaction reaction : folded.reactions()) {
            json.writeStartObject();
            json.writeStringField("emoji", reaction.emoji());
            accounts("accounts", reaction.accounts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(Target reply) throws IOException {
        json.writeObjectFieldStart("replyTo");
        json.writeNumberField("seq", reply.seq());
        json.writeStringField("id", reply.id().toString());
        json.writeEndObject();
    }

    private void write(EventBody body) throws IOException {
        json.writeStringField("kind", body.kind());
        switch (body) {
            case EventBody.Created(String title, List<AccountId> members) -> {
                json.writeStringField("title", title);
                accounts("members", members);
            }
            case EventBody.Titled(String title) -> json.writeStringField("title", title);
            case EventBody.Invited(AccountId account) ->
                    json.writeStringField("account", account.handle());
            case EventBody.Guarded(boolean on) -> json.writeBooleanField("on", on);
            default -> {}
        }
    }

    private void write(TimelineRow.Pending pending) throws IOException {
        json.writeStringField("type", "unsent");
        json.writeStringField("id", pending.id().toString());
        json.writeStringField("at", pending.at().toString());
        json.writeStringField("author", me.account().handle());
        json.writeStringField("state", pending.tick().name().toLowerCase(Locale.ROOT));
        json.writeStringField("code", pending.code());
        if (pending.body() instanceof EventBody.Message message) {
            json.writeStringField("text", message.text());
            if (!message.reply().isNone()) {
                write(message.reply());
            }
            accounts("mentions", message.mentions());
        }
    }

    private void accounts(String field, List<AccountId> accounts) throws IOException {
        json.writeArrayFieldStart(field);
        for (AccountId account : accounts) {
            json.writeString(account.handle());
        }
        json.writeEndArray();
    }

    @Override
    public void end() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
