package baton.desktop.app;

import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.diagnostics.DiagnosticsDoors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the report about this device that a person may give to somebody.
record ReportDesk(DeviceRuntime runtime, LogRing log) implements DiagnosticsDoors {
    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
    private static final String FAILED = "export-failed";

    @Override
    public Report report() {
        DiagnosticReport report = new DiagnosticReport(runtime.reader(), runtime.me());
        return new Report(
                report.facts(
                        runtime.hints().status(),
                        InstantSource.system().instant(),
                        new DesktopOptions.Version().getVersion()[0]),
                report.log(log.lines()));
    }

    @Override
    public Outcome<Path> save(Path file, Report report) {
        try {
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, "report.txt", report.facts());
                put(zip, "log.txt", report.log());
            }
            return new Outcome.Done<>(file);
        } catch (IOException e) {
            LOG.warn("The report cannot be written: {}", e.toString());
            return new Outcome.Failed<>(FAILED);
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
