package baton.desktop.runtime;

import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.sync.Standing;

/// The engine's standing in the words of the window.
final class StatusOf {
    private StatusOf() {}

    static SyncStatus standing(Standing standing) {
        return new SyncStatus(
                link(standing.phase()),
                work(standing.work()),
                standing.currentAsOf(),
                standing.pendingIn(),
                standing.pendingOut());
    }

    private static Link link(Standing.Phase phase) {
        return switch (phase) {
            case Standing.Phase.Offline(var since, var nextTry, var code) ->
                    new Link.Offline(since, nextTry, code);
            case Standing.Phase.Connecting(var since) -> new Link.Connecting(since);
            case Standing.Phase.Online(var since) -> new Link.Online(since);
            case Standing.Phase.Stopped(var code) -> new Link.Stopped(code);
        };
    }

    private static Work work(Standing.Work work) {
        Phase phase =
                switch (work.stretch()) {
                    case IDLE -> Phase.IDLE;
                    case LIST -> Phase.LIST;
                    case RECENT -> Phase.RECENT;
                    case HISTORY -> Phase.HISTORY;
                    case PAUSED -> Phase.PAUSED;
                };
        return new Work(phase, work.done(), work.total(), work.perSecond(), work.left());
    }
}
