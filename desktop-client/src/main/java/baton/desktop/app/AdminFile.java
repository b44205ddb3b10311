package baton.desktop.app;

import baton.desktop.net.RelayAddress;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What whoever looks after many computers says for everybody on this one. It holds while it is
/// there and changes nothing that a person has chosen, which holds again when it is gone.
///
/// @param relay that the first window suggests; empty if the file says none
/// @param updates whether a person may have newer versions looked for
/// @param mistakes what in the file was not understood, and is passed over
record AdminFile(Optional<String> relay, boolean updates, List<String> mistakes) {
    static final String NAME = "desktop.properties";

    private static final Logger LOG = LoggerFactory.getLogger(AdminFile.class);
    private static final String RELAY = "relay";
    private static final String UPDATES = "updates";

    AdminFile {
        mistakes = List.copyOf(mistakes);
    }

    /// Whoever forbids something and mistypes it must not find it allowed: what cannot be read at
    /// all forbids looking for newer versions.
    static AdminFile read(Path file) {
        if (!Files.exists(file)) {
            return new AdminFile(Optional.empty(), true, List.of());
        }
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
            return new AdminFile(Optional.empty(), false, List.of(e.toString()));
        }
        AdminFile read = of(words);
        read.mistakes.forEach(mistake -> LOG.warn("{}: {}", file, mistake));
        return read;
    }

    private static AdminFile of(Properties words) {
        List<String> mistakes = new ArrayList<>();
        Optional<String> relay = Optional.ofNullable(words.getProperty(RELAY)).map(String::strip);
        if (relay.isPresent() && relay.flatMap(RelayAddress::parse).isEmpty()) {
            mistakes.add("relay is no address of a relay: " + relay.get());
            relay = Optional.empty();
        }
        String updates = words.getProperty(UPDATES, "on").strip();
        if (!updates.equals("on") && !updates.equals("off")) {
            mistakes.add("updates must be on or off, and counts as off: " + updates);
        }
        words.stringPropertyNames().stream()
                .filter(name -> !name.equals(RELAY) && !name.equals(UPDATES))
                .sorted()
                .forEach(name -> mistakes.add("nothing is called " + name));
        return new AdminFile(relay, updates.equals("on"), mistakes);
    }
}
