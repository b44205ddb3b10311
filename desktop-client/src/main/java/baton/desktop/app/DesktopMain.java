package baton.desktop.app;

import baton.model.Allowed;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Starts the desktop. It is no `Application` itself, because the launcher would look for JavaFX on
/// the module path before this class could answer `--help`.
@Allowed("answers --help, --version and mistakes of the command line on the console")
public final class DesktopMain {
    private static final int MISUSED = 2;

    private DesktopMain() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new DesktopOptions());
        try {
            ParseResult parsed = line.parseArgs(arguments);
            if (CommandLine.printHelpIfRequested(parsed)) {
                return;
            }
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            line.usage(System.err);
            System.exit(MISUSED);
        }
        Application.launch(DesktopApp.class, arguments);
    }
}
