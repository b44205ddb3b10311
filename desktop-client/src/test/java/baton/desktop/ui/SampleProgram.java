package baton.desktop.ui;

import baton.desktop.store.Watch;
import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.program.ProgramDoors;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A program of which a newer version is there.
public final class SampleProgram implements ProgramDoors {
    public static final Path FILE = Path.of("/home/ana/.local/share/baton/updates/baton_0.2.0.deb");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile About about =
            new About(
                    "0.1.0",
                    List.of(
                            new Fact(Kind.BUILT, "2026-11-30, 1f0c2ab"),
                            new Fact(Kind.JAVA, "25.0.3+9-LTS (Eclipse Adoptium), JavaFX 26.0.1+1"),
                            new Fact(Kind.SYSTEM, "Linux 6.12.48 amd64"),
                            new Fact(Kind.PROGRAM, "/opt/baton"),
                            new Fact(Kind.DATA, "/home/ana/.local/share/baton/profiles/default")),
                    "- A message can be taken back.\n- Fixed: a badge that stayed.",
                    Optional.empty(),
                    Choice.OFF,
                    Choice.ON);
    private volatile Outcome<Optional<Update>> found =
            new Outcome.Done<>(
                    Optional.of(new Update("0.2.0", "- Files can be dropped on a message.", true)));
    private volatile Optional<String> refusal = Optional.empty();

    public SampleProgram with(About other) {
        about = other;
        return this;
    }

    public SampleProgram finding(Outcome<Optional<Update>> other) {
        found = other;
        return this;
    }

    public SampleProgram refusing(String code) {
        refusal = Optional.of(code);
        return this;
    }

    /// What was asked, oldest first.
    public List<String> asked() {
        return asked;
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Optional<String> startWithSystem(boolean on) {
        asked.add("start " + on);
        return refusal;
    }

    @Override
    public void lookByItself(boolean on) {
        asked.add("look " + on);
    }

    @Override
    public Outcome<Optional<Update>> look() {
        return found;
    }

    @Override
    public Outcome<Path> download(Update update, Watch watch) {
        asked.add("download " + update.version());
        return new Outcome.Done<>(FILE);
    }

    @Override
    public void install(Path file) {
        asked.add("install " + file.getFileName());
    }
}
