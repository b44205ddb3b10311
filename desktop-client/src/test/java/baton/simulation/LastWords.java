package baton.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whether what people switched last is what stands: a setting says what one of its account's
/// devices said last, each device is called what it was called last, and so is each person by
/// everybody it writes with.
///
/// @param simulation at its end
record LastWords(Simulation simulation) {
    void check() {
        Map<AccountId, Map<String, List<Tries.Try>>> all = new TreeMap<>();
        for (SimDevice device : simulation.everyDevice()) {
            Map<String, List<Tries.Try>> ofAccount =
                    all.computeIfAbsent(device.identity().account(), key -> new TreeMap<>());
            boolean isGone = simulation.isGoing(device.identity().device());
            device.tries()
                    .all()
                    .forEach((key, tries) ->
                            tries.forEach(each ->
                                    ofAccount
                                            .computeIfAbsent(key, any -> new ArrayList<>())
                                            .add(isGone ? each.lost() : each)));
        }
        all.forEach((account, tries) -> tries.forEach((key, last) -> stands(account, key, last)));
        simulation.devices().forEach(this::isCalled);
        simulation.devices().forEach(this::callsPeopleAsTheyAreCalled);
    }

    /// Whoever left a conversation is told no more of it.
    private void callsPeopleAsTheyAreCalled(SimDevice device) {
        for (ConversationId conversation : simulation.cast().conversations()) {
            device.store().info(conversation).filter(info -> !info.left()).stream()
                    .flatMap(info -> info.members().stream())
                    .forEach(member ->
                            assertEquals(
                                    simulation.relay().nameOf(member.account()),
                                    member.name(),
                                    () ->
                                            "%s in %s on %s"
                                                    .formatted(
                                                            member.account(),
                                                            conversation,
                                                            device)));
        }
    }

    private void stands(AccountId account, String key, List<Tries.Try> last) {
        boolean isTold = last.stream().anyMatch(Tries.Try::isTold);
        String stands =
                simulation.relay().registers(account).get(key) instanceof Register.Setting setting
                        ? setting.value()
                        : "";
        if (last.stream().anyMatch(each -> each.number() == Tries.Try.LOST)) {
            return;
        }
        boolean isLastWord = last.stream().anyMatch(each -> each.value().equals(stands));
        assertTrue(
                isLastWord || (!isTold && stands.isEmpty()),
                () -> "%s of %s is \"%s\", and last was %s".formatted(key, account, stands, last));
    }

    /// A store that goes back brings an older name back.
    private void isCalled(SimDevice device) {
        List<String> names = new ArrayList<>();
        names.add(device.identity().deviceName());
        names.addAll(simulation.relay().namesOf(device.identity().device()));
        List<String> may =
                simulation.plan().losses().hasLostTails() ? names : List.of(names.getLast());
        Register line =
                simulation.relay().registers(device.identity().account()).get("device/" + device);
        assertTrue(
                line instanceof Register.Device told && may.contains(told.name()),
                () -> device + " should be called " + may + ": " + line);
    }
}
