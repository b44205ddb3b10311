package baton.desktop.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the build wrote into the jar of this program. A package says when it was built and from
/// which state of the sources; a jar of `./baton build` says its version only.
///
/// @param origin date and commit, as far as they are known
record Build(String version, Optional<String> origin) {
    private static final Logger LOG = LoggerFactory.getLogger(Build.class);

    /// As `installers/common/stamp` writes them.
    private static final Attributes.Name DATE = new Attributes.Name("Build-Date");

    private static final Attributes.Name COMMIT = new Attributes.Name("Build-Commit");

    /// Read once: windows and pages ask for it, and it does not change.
    private static final Build OF_THIS_RUN = of(manifest());

    static Build ofThisRun() {
        return OF_THIS_RUN;
    }

    static Build of(Attributes manifest) {
        String origin =
                Stream.of(DATE, COMMIT)
                        .flatMap(name -> Optional.ofNullable(manifest.getValue(name)).stream())
                        .collect(Collectors.joining(", "));
        return new Build(
                Optional.ofNullable(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                        .orElse("(from class files)"),
                Optional.of(origin).filter(text -> !text.isEmpty()));
    }

    /// Nothing, if this does not run from a jar.
    private static Attributes manifest() {
        @Nullable CodeSource source = Build.class.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(place)) {
                try (JarFile jar = new JarFile(place.toFile())) {
                    return jar.getManifest().getMainAttributes();
                }
            }
        } catch (IOException | URISyntaxException e) {
            LOG.warn("What the build wrote cannot be read: {}", e.toString());
        }
        return new Attributes();
    }
}
