package baton.desktop.ui.firstrun;

import java.util.Optional;

/// People who are made up, for looking around: they talk in windows of their own.
public interface Example {

    /// Whether it can be opened here at all.
    boolean isOffered();

    /// Opens their windows and waits until they are there. Blocks.
    ///
    /// @param closed called by any thread once the last of them is closed
    /// @return code of what went wrong; empty if they are there
    Optional<String> open(Runnable closed);

    /// For a window that is an example itself.
    static Example none() {
        return new Example() {
            @Override
            public boolean isOffered() {
                return false;
            }

            @Override
            public Optional<String> open(Runnable closed) {
                return Optional.empty();
            }
        };
    }
}
