package baton.desktop.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertThrows;

import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Folds that each forget one rule: the contract must reject every one of them.
final class FoldSharpnessTest {

    /// What a fold may get wrong, done to what it is given.
    enum Mistake {
        SOMEBODY_ELSE_EDITS(pages -> byAuthors(pages, EventBody.Edited.class)),
        SOMEBODY_ELSE_RECALLS(pages -> byAuthors(pages, EventBody.Recalled.class)),
        FIRST_EDIT_WINS(FoldSharpnessTest::withFirstEditOnly),
        RECALLS_ARE_FORGOTTEN(
                pages -> without(pages, event -> event.body() instanceof EventBody.Recalled)),
        REACTIONS_ARE_NEVER_TAKEN_BACK(pages ->
                without(
                        pages,
                        event ->
                                event.body() instanceof EventBody.Reacted reacted
                                        && !reacted.on())),
        EMOJI_ARE_ALL_ONE(pages -> saying(pages, FoldSharpnessTest::withOneEmoji)),
        SEQS_DECIDE_WHAT_IS_MEANT(FoldSharpnessTest::byPlace),
        A_LATER_COPY_BRINGS_TEXTS_BACK(FoldSharpnessTest::withoutGone),
        MENTIONS_STAY_AS_THEY_WERE(pages -> saying(pages, FoldSharpnessTest::namingNobody));

        // A constant function, whatever type it has.
        @SuppressWarnings("ImmutableEnumChecker")
        private final UnaryOperator<List<List<Event>>> bend;

        Mistake(UnaryOperator<List<List<Event>>> bend) {
            this.bend = bend;
        }
    }

    @ParameterizedTest
    @EnumSource
    void foldThatForgetsARuleIsRejected(Mistake mistake) {
        assertThrows(
                AssertionError.class,
                () ->
                        FoldContract.check(
                                (seed, pages) -> FoldContract.simplest(mistake.bend.apply(pages))));
    }

    private interface Gone {
        boolean isLeftOut(Event event);
    }

    private static List<List<Event>> without(List<List<Event>> pages, Gone gone) {
        return pages.stream()
                .map(page -> page.stream().filter(event -> !gone.isLeftOut(event)).toList())
                .toList();
    }

    private static List<List<Event>> saying(
            List<List<Event>> pages, UnaryOperator<EventBody> other) {
        return pages.stream()
                .map(page ->
                        page.stream()
                                .map(event -> event.saying(other.apply(event.body())))
                                .toList())
                .toList();
    }

    private static EventBody withOneEmoji(EventBody body) {
        return body instanceof EventBody.Reacted reacted
                ? new EventBody.Reacted(reacted.target(), "one", reacted.on())
                : body;
    }

    private static EventBody namingNobody(EventBody body) {
        return body instanceof EventBody.Edited edited
                ? new EventBody.Edited(edited.target(), edited.text(), List.of())
                : body;
    }

    private static Optional<Target> target(EventBody body) {
        return switch (body) {
            case EventBody.Edited edited -> Optional.of(edited.target());
            case EventBody.Recalled recalled -> Optional.of(recalled.target());
            case EventBody.Reacted reacted -> Optional.of(reacted.target());
            default -> Optional.empty();
        };
    }

    /// As if whoever wrote the message had done it.
    private static List<List<Event>> byAuthors(
            List<List<Event>> pages, Class<? extends EventBody> kind) {
        Map<MessageId, Event> all = new HashMap<>();
        pages.forEach(page -> page.forEach(event -> all.put(event.id(), event)));
        return pages.stream()
                .map(page ->
                        page.stream()
                                .map(event ->
                                        kind.isInstance(event.body())
                                                ? by(author(event, all), event)
                                                : event)
                                .toList())
                .toList();
    }

    private static Event author(Event event, Map<MessageId, Event> all) {
        return target(event.body())
                .flatMap(target -> Optional.ofNullable(all.get(target.id())))
                .orElse(event);
    }

    private static Event by(Event author, Event event) {
        return new Event(
                event.seq(),
                event.count(),
                event.digest(),
                author.author(),
                event.device(),
                event.clientSeq(),
                event.id(),
                event.at(),
                event.seal(),
                event.body());
    }

    private static List<List<Event>> withFirstEditOnly(List<List<Event>> pages) {
        Map<MessageId, Long> first = new HashMap<>();
        for (List<Event> page : pages) {
            for (Event event : page) {
                if (event.body() instanceof EventBody.Edited edited) {
                    first.merge(edited.target().id(), event.seq(), Math::min);
                }
            }
        }
        return without(
                pages,
                event ->
                        event.body() instanceof EventBody.Edited edited
                                && first.getOrDefault(edited.target().id(), 0L) < event.seq());
    }

    /// What is meant is whatever stands where the target says.
    private static List<List<Event>> byPlace(List<List<Event>> pages) {
        Map<Long, MessageId> places = new TreeMap<>();
        pages.forEach(page -> page.forEach(event -> places.put(event.seq(), event.id())));
        return saying(pages, body -> moved(body, places));
    }

    private static EventBody moved(EventBody body, Map<Long, MessageId> places) {
        return switch (body) {
            case EventBody.Edited(var target, var text, var mentions) ->
                    new EventBody.Edited(there(target, places), text, mentions);
            case EventBody.Recalled(var target) -> new EventBody.Recalled(there(target, places));
            case EventBody.Reacted(var target, var emoji, var on) ->
                    new EventBody.Reacted(there(target, places), emoji, on);
            default -> body;
        };
    }

    private static Target there(Target target, Map<Long, MessageId> places) {
        return new Target(target.seq(), places.getOrDefault(target.seq(), target.id()));
    }

    /// Copies with a text are taken for newer than those without.
    private static List<List<Event>> withoutGone(List<List<Event>> pages) {
        Map<Long, Event> texts = new TreeMap<>();
        for (List<Event> page : pages) {
            for (Event event : page) {
                if (!(event.body() instanceof EventBody.Gone)) {
                    texts.put(event.seq(), event);
                }
            }
        }
        List<List<Event>> bent = new ArrayList<>();
        for (List<Event> page : pages) {
            bent.add(page.stream().map(event -> texts.getOrDefault(event.seq(), event)).toList());
        }
        return bent;
    }
}
