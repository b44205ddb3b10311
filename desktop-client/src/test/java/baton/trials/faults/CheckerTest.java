package baton.trials.faults;

import static baton.trials.faults.PlantedTalk.ANA;
import static baton.trials.faults.PlantedTalk.PAIR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A checker that cannot fail is worse than none: each planted fault must be found, and a whole
/// conversation must pass.
class CheckerTest {
    /// @param plants the fault
    /// @param found what must be among the findings
    record Fault(String name, Consumer<PlantedTalk> plants, Finding.Kind found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Set<Finding.Kind> kinds(PlantedTalk talk) {
        Set<Finding.Kind> kinds = new TreeSet<>();
        Checker.check(talk.talk()).forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }

    @Test
    void wholeConversationPasses() {
        assertEquals(List.of(), Checker.check(new PlantedTalk().talk()));
    }

    @Test
    void actThatWasOnlyIntendedMayBeThereOrNot() {
        PlantedTalk talk = new PlantedTalk();
        List<Entry> acts = talk.desks.get(0).acts;
        acts.add(
                new Entry(
                        acts.size() + 1L,
                        1,
                        new Act.Send(PAIR, "a0.cut off"),
                        Entry.Fate.INTENDED));
        assertEquals(List.of(), Checker.check(talk.talk()));
    }

    static Stream<Fault> faults() {
        return Stream.of(ofLogs(), ofCopies(), ofPeople()).flatMap(faults -> faults);
    }

    private static Stream<Fault> ofLogs() {
        return Stream.of(
                new Fault("one message dropped", talk -> drop(talk, 20), Finding.Kind.LOST),
                new Fault("last message dropped", talk -> drop(talk, 39), Finding.Kind.LOST),
                new Fault("edit dropped", talk -> drop(talk, 40), Finding.Kind.LOST),
                new Fault("message doubled", CheckerTest::doubled, Finding.Kind.DOUBLED),
                new Fault(
                        "text doubled under another id",
                        CheckerTest::sentAgain,
                        Finding.Kind.DOUBLED),
                new Fault("two of a device swapped", CheckerTest::swapped, Finding.Kind.REORDERED),
                new Fault("message that nobody sent", CheckerTest::forged, Finding.Kind.FOREIGN),
                new Fault("message gone without recall", CheckerTest::gone, Finding.Kind.FOREIGN),
                new Fault("recalled text still there", CheckerTest::back, Finding.Kind.DIVERGED),
                new Fault("rejected and sent", CheckerTest::rejected, Finding.Kind.FOREIGN),
                new Fault("text changed", CheckerTest::changed, Finding.Kind.DIGEST),
                new Fault(
                        "log rewritten in the middle",
                        talk -> talk.log.set(9, talk.log.get(9).placed(10, 10, 77)),
                        Finding.Kind.DIGEST),
                new Fault("seq left out", talk -> talk.log.remove(11), Finding.Kind.GAP));
    }

    private static Stream<Fault> ofCopies() {
        return Stream.of(
                new Fault("hole", talk -> held(talk).remove(12), Finding.Kind.GAP),
                new Fault("end is missing", talk -> held(talk).removeLast(), Finding.Kind.GAP),
                new Fault(
                        "shown twice",
                        talk -> held(talk).add(13, held(talk).get(12)),
                        Finding.Kind.DOUBLED),
                new Fault(
                        "two swapped on a device",
                        talk -> Collections.swap(held(talk), 3, 4),
                        Finding.Kind.DIVERGED),
                new Fault(
                        "recall not seen",
                        talk -> held(talk).set(5, said(talk.log.get(5), "a1.5")),
                        Finding.Kind.DIVERGED),
                new Fault(
                        "waits and is there",
                        talk -> wait(talk, new Copy.Waiting(talk.log.get(8).id(), "a0.8", "")),
                        Finding.Kind.DOUBLED),
                new Fault(
                        "still waits", talk -> wait(talk, waiting(talk, "")), Finding.Kind.PENDING),
                new Fault(
                        "refused without reason",
                        talk -> wait(talk, waiting(talk, "not-a-member")),
                        Finding.Kind.LOST),
                new Fault(
                        "badge one too high",
                        talk -> talk.desks.get(2).badge++,
                        Finding.Kind.UNREAD),
                new Fault(
                        "badge one too low",
                        talk -> talk.desks.get(1).badge--,
                        Finding.Kind.UNREAD));
    }

    private static Stream<Fault> ofPeople() {
        return Stream.of(
                new Fault(
                        "read mark gone back on one device",
                        talk -> talk.desks.get(0).read = new Copy.Mark(0, 29),
                        Finding.Kind.READ),
                new Fault(
                        "read mark gone back since the last look",
                        talk -> talk.before.put(ANA, new Copy.Mark(1, 3)),
                        Finding.Kind.READ),
                new Fault(
                        "what was read is not marked",
                        talk -> talk.note(talk.desks.get(1), new Act.Read(PAIR, 35)),
                        Finding.Kind.READ),
                new Fault(
                        "drafts differ", talk -> talk.desks.get(1).draft = "", Finding.Kind.DRAFT),
                new Fault("draft lost", CheckerTest::draftLost, Finding.Kind.DRAFT),
                new Fault(
                        "pin lost",
                        talk -> talk.note(talk.desks.get(0), new Act.Pin(PAIR, true)),
                        Finding.Kind.SETTING));
    }

    private static List<Event> held(PlantedTalk talk) {
        return talk.desks.get(3).held;
    }

    private static void drop(PlantedTalk talk, int index) {
        talk.log.remove(index);
        talk.spread();
    }

    private static void doubled(PlantedTalk talk) {
        talk.log.add(talk.log.get(21));
        talk.spread();
    }

    private static void sentAgain(PlantedTalk talk) {
        int before = talk.desks.get(1).acts.size();
        talk.say(talk.desks.get(1), new Act.Send(PAIR, "a1.21"), new EventBody.Message("a1.21"));
        while (talk.desks.get(1).acts.size() > before) {
            talk.desks.get(1).acts.removeLast();
        }
        talk.spread();
    }

    private static void swapped(PlantedTalk talk) {
        Collections.swap(talk.log, 20, 24);
        talk.spread();
    }

    private static void forged(PlantedTalk talk) {
        talk.say(talk.desks.get(0), new Act.Send(PAIR, "x"), new EventBody.Message("x"));
        talk.desks.get(0).acts.removeLast();
        talk.spread();
    }

    private static void gone(PlantedTalk talk) {
        talk.log.set(7, talk.log.get(7).saying(new EventBody.Gone("message", true)));
        talk.spread();
    }

    private static void back(PlantedTalk talk) {
        talk.log.set(5, said(talk.log.get(5), "a1.5"));
        talk.spread();
    }

    private static void rejected(PlantedTalk talk) {
        List<Entry> acts = talk.desks.get(0).acts;
        Entry entry = acts.get(3);
        acts.set(3, new Entry(entry.number(), entry.round(), entry.act(), Entry.Fate.REJECTED));
    }

    private static void changed(PlantedTalk talk) {
        talk.log.set(14, said(talk.log.get(14), "b0.something else"));
        talk.spread();
    }

    private static void draftLost(PlantedTalk talk) {
        talk.desks.get(0).draft = "";
        talk.desks.get(1).draft = "";
    }

    private static Event said(Event event, String text) {
        return event.saying(new EventBody.Message(text));
    }

    private static Copy.Waiting waiting(PlantedTalk talk, String code) {
        return new Copy.Waiting(MessageId.of(talk.log.size(), 1, 1), "a0.waits", code);
    }

    private static void wait(PlantedTalk talk, Copy.Waiting row) {
        talk.desks.get(0).outbox.add(row);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void plantedFaultIsFound(Fault fault) {
        PlantedTalk talk = new PlantedTalk();
        fault.plants().accept(talk);
        assertTrue(kinds(talk).contains(fault.found()), () -> kinds(talk).toString());
    }

    @Test
    void everyKindOfActIsReadAsItWasWritten() {
        for (Entry entry : new PlantedTalk().desks.getFirst().acts) {
            assertEquals(entry.act(), Act.parse(entry.act().words()));
        }
    }
}
