package baton.desktop.demo.stage;

import baton.desktop.ui.common.Texts;
import baton.desktop.ui.status.PillViewModel.Tone;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The stage of the demo: the devices, the relay, the proof, and what may be done to them. FX
/// thread.
public final class StageViewModel {
    private final Texts texts;
    private final StageDoors doors;
    private final List<DeviceStand> stands;
    private final ReadOnlyObjectWrapper<RelayState> relay =
            new ReadOnlyObjectWrapper<>(RelayState.RUNS);
    private final ReadOnlyBooleanWrapper talking = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.WARN);
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper faults = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper basis = new ReadOnlyStringWrapper("");

    public StageViewModel(Texts texts, StageDoors doors, List<DeviceStand> stands) {
        this.texts = texts;
        this.doors = doors;
        this.stands = List.copyOf(stands);
        show(Proof.NONE);
    }

    public List<DeviceStand> stands() {
        return stands;
    }

    public ReadOnlyObjectProperty<RelayState> relayProperty() {
        return relay.getReadOnlyProperty();
    }

    /// Whether the people of the script talk.
    public ReadOnlyBooleanProperty talkingProperty() {
        return talking.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /// Whether the devices agree, in one sentence.
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// Lost, shown twice, out of order.
    public ReadOnlyStringProperty faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    /// What the verdict rests on.
    public ReadOnlyStringProperty basisProperty() {
        return basis.getReadOnlyProperty();
    }

    public void show(Proof proof) {
        switch (proof.verdict()) {
            case AGREED -> {
                tone.set(Tone.OK);
                verdict.set(texts.get("stage.agreed"));
            }
            case UNDER_WAY -> {
                tone.set(Tone.WARN);
                verdict.set(texts.format("stage.under-way", proof.lost()));
            }
            case BROKEN -> {
                tone.set(Tone.OFF);
                verdict.set(texts.get("stage.broken"));
            }
        }
        boolean isKnown = proof.verdict() != Proof.Verdict.UNDER_WAY;
        faults.set(
                texts.format(
                        "stage.faults",
                        isKnown ? texts.format("stage.number", proof.lost()) : "–",
                        proof.twice(),
                        proof.disordered()));
        basis.set(texts.format("stage.basis", proof.said(), proof.devices()));
    }

    public void show(RelayState state) {
        relay.set(state);
    }

    /// Says the waiting times again as of this moment.
    public void refresh() {
        stands.forEach(stand -> stand.pill().refresh());
    }

    public void plug(DeviceStand stand, boolean in) {
        stand.plug(in);
        doors.plug(stand.name(), in);
    }

    public void killRelay() {
        relay.set(RelayState.DEAD);
        doors.killRelay();
    }

    public void startRelay() {
        relay.set(RelayState.STARTS);
        doors.startRelay();
    }

    public void talk(boolean on) {
        talking.set(on);
        doors.talk(on);
    }

    public void sayMuch() {
        doors.sayMuch();
    }
}
