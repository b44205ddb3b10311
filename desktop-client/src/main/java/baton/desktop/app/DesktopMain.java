package baton.desktop.app;

import baton.model.Allowed;
import java.io.PrintWriter;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Starts the desktop, or does without a window what a command asks for. It is no `Application`
/// itself, because the launcher would look for JavaFX on the module path before this class could
/// answer `--help`.
@Allowed("answers --help, --version and mistakes of the command line on the console")
public final class DesktopMain {
    private static final int MISUSED = 2;

    private DesktopMain() {}

    public static void main(String[] arguments) {
        // Read once by the first thing that asks for a proxy.
        System.setProperty("java.net.useSystemProxies", "true");
        CommandLine line = new CommandLine(new DesktopOptions());
        try {
            ParseResult parsed = line.parseArgs(arguments);
            if (CommandLine.printHelpIfRequested(parsed)) {
                return;
            }
            if (parsed.hasSubcommand()) {
                System.exit(line.execute(arguments));
            }
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            line.usage(System.err);
            System.exit(MISUSED);
        }
        Application.launch(DesktopApp.class, arguments);
    }

    /// Does what a command asks for, without a window.
    ///
    /// @param out hears what came of it
    /// @param complaints hears troubles
    /// @return what the shell is told: 0 if it is done, 1 if there was a trouble, 2 if the command
    ///   was not understood
    public static int command(PrintWriter out, PrintWriter complaints, String... arguments) {
        return new CommandLine(new DesktopOptions())
                .setOut(out)
                .setErr(complaints)
                .execute(arguments);
    }
}
