package baton.desktop.ui;

import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.firstrun.Example;
import baton.desktop.ui.firstrun.ExampleViewModel;
import java.util.Optional;

/// An example without windows.
public final class SampleExample implements Example {
    private Optional<String> trouble = Optional.empty();
    private Runnable closed = () -> {};
    private int opened;

    /// A door to an example that nobody opens.
    public static ExampleViewModel door(Texts texts) {
        return new SampleExample().doorOf(texts);
    }

    public ExampleViewModel doorOf(Texts texts) {
        return new ExampleViewModel(this, new Threads(Runnable::run, Runnable::run), texts);
    }

    /// What goes wrong from now on.
    public void fail(String code) {
        trouble = Optional.of(code);
    }

    /// Closes its windows.
    public void end() {
        closed.run();
    }

    /// How often it was opened.
    public int opened() {
        return opened;
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public Optional<String> open(Runnable whenClosed) {
        opened++;
        closed = whenClosed;
        return trouble;
    }
}
