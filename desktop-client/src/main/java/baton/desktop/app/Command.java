package baton.desktop.app;

import baton.desktop.backup.BackupException;
import baton.desktop.store.StoreException;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.export.ExportException;
import baton.desktop.ui.notices.Notice;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// What the desktop does without a window, as a command of the command line. A trouble is told in
/// the words of the window.
abstract class Command implements Callable<Integer> {
    /// What the shell is told.
    static final int DONE = 0;

    static final int FAILED = 1;
    static final int MISUSED = 2;

    @ParentCommand private DesktopOptions options = new DesktopOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    /// Does it, in a way that an interrupt of the keyboard ends orderly.
    ///
    /// @return what the shell is told
    abstract int run(DesktopConfig config, Texts texts, KeyboardWatch watch)
            throws BackupException, ExportException;

    @Override
    public Integer call() {
        Texts texts = options.texts();
        try (KeyboardWatch watch = KeyboardWatch.start()) {
            return run(options.config(), texts, watch);
        } catch (ProfileException e) {
            return tell(e.code(), texts);
        } catch (StoreException e) {
            return tell(e.code(), texts);
        } catch (ExportException e) {
            return tell(e.code(), texts);
        } catch (BackupException e) {
            return tell(e.code(), texts);
        }
    }

    private int tell(String code, Texts texts) {
        Notice notice = Notice.of(code, texts);
        complaints().println(notice.title() + " (" + code + ")");
        complaints().println(notice.paragraph(texts));
        return FAILED;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter complaints() {
        return spec.commandLine().getErr();
    }
}
