package baton.desktop.ui.program;

import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.Work;
import baton.desktop.ui.notices.Notice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The program as it is, and how far it is with a newer version of itself. FX thread.
final class ProgramViewModel {
    private final UiContext context;
    private final ProgramDoors doors;
    private final Work work;
    private final Pins pins = new Pins();
    private final ReadOnlyObjectWrapper<Optional<ProgramDoors.About>> about =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Idle());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper startsWithSystem = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper looks = new ReadOnlyBooleanWrapper();

    /// How far a newer version has come.
    sealed interface Step {
        /// Nothing is known of one.
        record Idle() implements Step {}

        record Found(ProgramDoors.Update update) implements Step {}

        record Fetched(ProgramDoors.Update update, Path file) implements Step {}
    }

    /// @param workers may block for long
    ProgramViewModel(UiContext context, ProgramDoors doors, Executor workers) {
        this.context = context;
        this.doors = doors;
        this.work = new Work(workers, context.ui());
    }

    void open() {
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        lane.read(
                doors::about,
                read -> {
                    startsWithSystem.set(read.autostart() == ProgramDoors.Choice.ON);
                    looks.set(read.updates() == ProgramDoors.Choice.ON);
                    about.set(Optional.of(read));
                });
    }

    void close() {
        pins.close();
    }

    /// Empty until it was read.
    ReadOnlyObjectProperty<Optional<ProgramDoors.About>> aboutProperty() {
        return about.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// What came of what was asked last; empty if there is nothing to say.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// What went wrong with it; empty if nothing did.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty startsWithSystemProperty() {
        return startsWithSystem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    Work work() {
        return work;
    }

    void startWithSystem(boolean on) {
        startsWithSystem.set(on);
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        lane.read(
                () -> doors.startWithSystem(on),
                code ->
                        code.ifPresent(wrong -> {
                            startsWithSystem.set(!on);
                            tell("", words(wrong));
                        }));
    }

    void lookByItself(boolean on) {
        looks.set(on);
        doors.lookByItself(on);
    }

    void look() {
        tell(context.texts().get("program.looking"), "");
        work.start(watch -> doors.look(), this::looked);
    }

    private void looked(Outcome<Optional<ProgramDoors.Update>> outcome) {
        switch (outcome) {
            case Outcome.Done<Optional<ProgramDoors.Update>>(
                            Optional<ProgramDoors.Update> found) -> {
                step.set(found.<Step>map(Step.Found::new).orElseGet(Step.Idle::new));
                tell(found.map(this::words).orElse(context.texts().get("program.newest")), "");
            }
            case Outcome.Stopped<Optional<ProgramDoors.Update>> stopped -> tell("", "");
            case Outcome.Failed<Optional<ProgramDoors.Update>>(String code) ->
                    tell("", words(code));
        }
    }

    /// All about the program that runs as lines, for whoever helps; empty until it was read.
    Optional<String> words() {
        return about.get()
                .map(read ->
                        Stream.concat(
                                        Stream.of("Baton " + read.version()),
                                        read.facts().stream().map(this::words))
                                .collect(Collectors.joining("\n")));
    }

    private String words(ProgramDoors.Fact fact) {
        return context.texts().get(fact.kind().key()) + ": " + fact.value();
    }

    private String words(ProgramDoors.Update update) {
        String key = update.packed() ? "program.found" : "program.found.elsewhere";
        return context.texts().format(key, update.version());
    }

    private String words(String code) {
        return Notice.of(code, context.texts()).brief(context.texts());
    }

    void download() {
        if (step.get() instanceof Step.Found(ProgramDoors.Update update)) {
            tell(context.texts().get("program.downloading"), "");
            work.start(watch -> doors.download(update, watch), file -> downloaded(update, file));
        }
    }

    private void downloaded(ProgramDoors.Update update, Outcome<Path> outcome) {
        switch (outcome) {
            case Outcome.Done<Path>(Path file) -> {
                step.set(new Step.Fetched(update, file));
                tell(context.texts().format("program.downloaded", file), "");
            }
            case Outcome.Stopped<Path> stopped -> tell("", "");
            case Outcome.Failed<Path>(String code) -> tell("", words(code));
        }
    }

    /// Not while something is unsent: whoever installs closes the window first.
    void install() {
        if (step.get() instanceof Step.Fetched(ProgramDoors.Update update, Path file)) {
            Reads.Lane lane = context.reads().lane();
            pins.add(lane);
            lane.read(
                    () -> context.store().outbox().size(),
                    unsent -> {
                        if (unsent == 0) {
                            doors.install(file);
                        } else {
                            tell("", context.texts().format("program.unsent", unsent));
                        }
                    });
        }
    }

    private void tell(String good, String bad) {
        said.set(good);
        trouble.set(bad);
    }
}
