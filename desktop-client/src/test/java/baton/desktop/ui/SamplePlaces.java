package baton.desktop.ui;

import baton.desktop.ui.common.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person who always chooses the same place.
public final class SamplePlaces implements Places {
    private final List<String> asked = new ArrayList<>();
    private Optional<Path> chosen = Optional.empty();

    public SamplePlaces choose(Path place) {
        chosen = Optional.of(place);
        return this;
    }

    /// The dialogs that were shown, oldest first, with the name that was suggested.
    public List<String> asked() {
        return asked;
    }

    @Override
    public Optional<Path> folder(String title) {
        asked.add(title);
        return chosen;
    }

    @Override
    public Optional<Path> newFile(String title, String name) {
        asked.add(title + " " + name);
        return chosen;
    }

    @Override
    public Optional<Path> file(String title) {
        asked.add(title);
        return chosen;
    }
}
