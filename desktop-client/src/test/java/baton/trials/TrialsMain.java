package baton.trials;

import baton.trials.bench.BenchCommand;
import baton.trials.crash.CrashStatesCommand;
import baton.trials.faults.FaultsCommand;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./baton trials`: what real relays, real Redis servers and real devices do under load and under
/// faults. Exit codes: 0 done, 1 a promise was broken, 2 wrong flags.
@Command(
        name = "baton trials",
        description = "Puts real relays, Redis servers and devices to the test.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchCommand.class, FaultsCommand.class, CrashStatesCommand.class})
public final class TrialsMain {
    /// Made by the command line only.
    private TrialsMain() {}

    public static void main(String[] arguments) {
        // What libraries say of connections that end is no part of a report.
        LogManager.getLogManager().reset();
        System.exit(new CommandLine(new TrialsMain()).execute(arguments));
    }
}
