package baton.gates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Builds samples as modules of Baton's own parent POM, all of them in one run of Maven. */
final class SampleBuild {
    private final Path folder;
    private final List<Sample> samples;

    SampleBuild(Path folder, List<Sample> samples) {
        this.folder = folder;
        this.samples = samples;
    }

    /** What Maven printed. */
    String run() throws IOException, InterruptedException {
        write();
        String offline = maven(List.of("--offline"));
        // A plugin that this machine never ran is not in its local repository yet.
        return offline.contains("in offline mode") ? maven(List.of()) : offline;
    }

    private void write() throws IOException {
        // A parent must be named by a relative path, and two drives have none between them.
        Files.copy(Path.of(property("baton.parent.pom")), folder.resolve("baton.xml"));
        String modules =
                samples.stream()
                        .map(sample -> "<module>" + sample.module() + "</module>")
                        .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("pom.xml"),
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>sample</groupId>
                  <artifactId>samples</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """
                        .formatted(modules));
        for (Sample sample : samples) {
            write(sample);
        }
    }

    private void write(Sample sample) throws IOException {
        Path module = folder.resolve(sample.module());
        Path sources = Files.createDirectories(module.resolve("src/main/java/sample"));
        Files.writeString(
                module.resolve("pom.xml"),
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>baton</groupId>
                    <artifactId>baton-parent</artifactId>
                    <version>%s</version>
                    <relativePath>../baton.xml</relativePath>
                  </parent>
                  <artifactId>%s</artifactId>
                </project>
                """
                        .formatted(property("baton.version"), sample.module()));
        Files.writeString(
                sources.resolve("package-info.java"),
                """
                @NullMarked
                package sample;

                import org.jspecify.annotations.NullMarked;
                """);
        Files.writeString(sources.resolve(sample.className() + ".java"), sample.source());
    }

    private String maven(List<String> options) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path maven = Path.of(property("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>(List.of(maven.toString(), "-B", "-ntp"));
        command.add("--fail-at-end");
        command.add("-Dstyle.color=never");
        command.add("-Dmaven.repo.local=" + property("baton.local.repository"));
        command.addAll(options);
        command.add("compile");
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        // The formatter runs in Maven's own JVM, so Maven gets the JDK of this test.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static String property(String name) {
        return Objects.requireNonNull(
                System.getProperty(name), name + " is set by the build: run this test with Maven");
    }
}
