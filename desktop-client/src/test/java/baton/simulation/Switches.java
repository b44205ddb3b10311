package baton.simulation;

import baton.desktop.sync.SyncInput;
import baton.model.ConversationId;
import baton.model.Register;
import baton.model.SettingNames;
import baton.simulation.Happened.What;
import java.util.List;
import java.util.SplittableRandom;

/// What people switch: settings of an account and of its conversations, and their devices.
final class Switches {
    private static final List<String> OF_CONVERSATIONS =
            List.of(SettingNames.PINNED, SettingNames.MUTED, SettingNames.ARCHIVED);
    private static final List<String> OF_ACCOUNTS =
            List.of(SettingNames.RECEIPTS, SettingNames.PRESENCE);
    private static final List<String> VALUES = List.of("", SettingNames.ON, SettingNames.OFF);

    private final Simulation simulation;
    private final People people;
    private final SplittableRandom random;

    Switches(Simulation simulation, People people, SplittableRandom random) {
        this.simulation = simulation;
        this.people = people;
        this.random = random;
    }

    void set(SimDevice device, ConversationId conversation) {
        switch (random.nextInt(7)) {
            case 0 -> readAll(device);
            case 1, 2 -> set(device, setting(OF_ACCOUNTS, ""));
            case 3 -> set(device, name());
            default -> set(device, setting(OF_CONVERSATIONS, conversation.value()));
        }
    }

    private Register.Setting setting(List<String> names, String scope) {
        return new Register.Setting(
                names.get(random.nextInt(names.size())),
                scope,
                VALUES.get(random.nextInt(VALUES.size())));
    }

    /// What to call the person, which others are told; or as it was called when it signed up.
    private Register.Setting name() {
        simulation.happened().count(What.NAMES);
        String name = random.nextInt(4) == 0 ? "" : people.text("name");
        return new Register.Setting(SettingNames.NAME, "", name);
    }

    private void set(SimDevice device, Register.Setting setting) {
        world().tell(() -> device + " sets " + setting.key() + " to \"" + setting.value() + "\"");
        Tries.Try tried = device.tries().begin(setting);
        People.ask(
                device,
                store -> new SyncInput.Set(setting),
                () -> {
                    simulation.happened().count(What.SETTINGS);
                    device.tries().told(setting, tried);
                });
    }

    private World world() {
        return simulation.world();
    }

    private void readAll(SimDevice device) {
        world().tell(() -> device + " marks everything as read");
        People.ask(
                device,
                store -> new SyncInput.MarkAllRead(),
                () ->
                        simulation
                                .cast()
                                .conversations()
                                .forEach(conversation -> people.noteRead(device, conversation)));
    }

    /// Renames a device, or signs it out from another one.
    void tend(SimDevice device) {
        if (random.nextBoolean()) {
            simulation.happened().count(What.RENAMES);
            simulation.relay().rename(device.identity(), people.text("name"));
        } else {
            simulation.signOut(device);
        }
    }
}
