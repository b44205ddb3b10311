package baton.desktop.ui.outbox;

import baton.desktop.runtime.Inspection;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.common.markup.Markup;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes the rows of an outbox in words. Pure.
record OutboxItems(Texts texts, Times times, ConversationNames names) {
    /// Somebody wrote what the author had not seen: to be looked at before it is sent again.
    private static final Set<String> LOOK_FIRST =
            Set.of(Refusal.STALE_REPLY.code(), Refusal.CLAIM_LOST.code());

    /// In place of a reason: nothing was heard.
    private static final String NO_ANSWER = "no-answer";

    /// Nobody knows whether the relay has it.
    private static final Set<String> UNSURE =
            Set.of(
                    LocalTrouble.FATE_UNKNOWN.code(),
                    LocalTrouble.NOT_SENT_IN_TIME.code(),
                    LocalTrouble.UNEXPECTED.code());

    /// By conversation, the one whose oldest row has waited longest first.
    ///
    /// @param rows oldest first
    /// @param known the conversations among those of the rows that the account has
    /// @param attempts of those rows that were tried
    List<OutboxGroup> groups(
            List<TimelineRow.Pending> rows,
            Map<ConversationId, ConversationRow> known,
            Map<OutboxItem.Key, Inspection.Attempt> attempts,
            boolean online) {
        Map<ConversationId, List<OutboxItem>> items = new LinkedHashMap<>();
        for (TimelineRow.Pending row : rows) {
            boolean left =
                    Optional.ofNullable(known.get(row.conversation()))
                            .map(ConversationRow::left)
                            .orElse(false);
            items.computeIfAbsent(row.conversation(), id -> new ArrayList<>())
                    .add(item(row, tries(row, attempts), online, left));
        }
        return items.entrySet().stream()
                .map(entry ->
                        new OutboxGroup(
                                entry.getKey(), title(known, entry.getKey()), entry.getValue()))
                .toList();
    }

    private String title(Map<ConversationId, ConversationRow> known, ConversationId id) {
        return Optional.ofNullable(known.get(id))
                .map(names::titleOf)
                .orElseGet(() -> names.titleOf(id));
    }

    private String tries(
            TimelineRow.Pending row, Map<OutboxItem.Key, Inspection.Attempt> attempts) {
        return Optional.ofNullable(attempts.get(OutboxItem.Key.of(row)))
                .filter(tried -> row.tick() == Tick.WAITING)
                .map(this::tries)
                .orElse("");
    }

    private String tries(Inspection.Attempt tried) {
        String often =
                texts.format("outbox.tries", tried.tries(), times.clockWithSeconds(tried.at()));
        String why =
                switch (tried.code()) {
                    case "" -> "";
                    case NO_ANSWER -> texts.get("outbox.no-answer");
                    default -> Notice.of(tried.code(), texts).happened();
                };
        long seconds = Math.max(0, Duration.between(times.now(), tried.next()).toSeconds());
        String next =
                tried.next().equals(Instant.MAX) ? "" : texts.format("outbox.next-try", seconds);
        return Stream.of(often, why, next)
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> texts.format("outbox.sentences", one, other))
                .orElseThrow();
    }

    private OutboxItem item(TimelineRow.Pending row, String tries, boolean online, boolean left) {
        String words = words(row.body());
        String sign = row.body() instanceof EventBody.Reacted reacted ? reacted.emoji() : "";
        String stands =
                texts.format("outbox.stands", state(row.tick(), online), times.sentence(row.at()));
        boolean failed = row.tick() == Tick.FAILED;
        String problem = failed ? Notice.of(row.code(), texts).brief(texts) : "";
        return new OutboxItem(
                OutboxItem.Key.of(row),
                words,
                sign,
                stands,
                problem,
                tries,
                row.tick(),
                choices(row, failed, left),
                meaning(row),
                texts.format("outbox.spoken", words + sign, stands, problem + tries));
    }

    private static OutboxItem.Choices choices(
            TimelineRow.Pending row, boolean failed, boolean left) {
        String text =
                switch (row.body()) {
                    case EventBody.Message message -> message.text();
                    case EventBody.Edited edited -> edited.text();
                    default -> "";
                };
        return new OutboxItem.Choices(
                failed,
                failed && !LOOK_FIRST.contains(row.code()),
                failed && !left && row.body() instanceof EventBody.Message,
                text,
                row.seen());
    }

    private String state(Tick tick, boolean online) {
        return texts.get(
                switch (tick) {
                    case FAILED -> "outbox.failed";
                    case WAITING -> online ? "outbox.going" : "outbox.waiting";
                    default -> "outbox.stored";
                });
    }

    private String meaning(TimelineRow.Pending row) {
        if (!(row.body() instanceof EventBody.Message)) {
            return texts.get("outbox.delete.change");
        }
        return texts.get(
                UNSURE.contains(row.code()) ? "outbox.delete.unsure" : "outbox.delete.sure");
    }

    private String words(EventBody body) {
        return switch (body) {
            case EventBody.Message message -> SafeText.words(Markup.plain(message.text()));
            case EventBody.Edited edited ->
                    texts.format("outbox.edited", Markup.line(edited.text()));
            case EventBody.Recalled recalled -> texts.get("outbox.recalled");
            case EventBody.Reacted reacted ->
                    texts.get(reacted.on() ? "outbox.reacted" : "outbox.unreacted");
            case EventBody.Created created ->
                    texts.format("outbox.created", SafeText.line(created.title()));
            case EventBody.Titled titled ->
                    texts.format("outbox.titled", SafeText.line(titled.title()));
            case EventBody.Invited invited ->
                    texts.format("outbox.invited", "@" + invited.account().handle());
            case EventBody.Left left -> texts.get("outbox.left");
            case EventBody.Guarded guarded ->
                    texts.get(guarded.on() ? "outbox.guarded" : "outbox.unguarded");
            case EventBody.Claimed claimed -> texts.get("outbox.claimed");
            case EventBody.Released released -> texts.get("outbox.released");
            case EventBody.Gone _, EventBody.Unknown _ -> texts.get("outbox.other");
        };
    }
}
