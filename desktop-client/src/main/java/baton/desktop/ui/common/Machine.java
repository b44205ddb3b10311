package baton.desktop.ui.common;

/// What a window may use of the computer it runs on.
///
/// @param links opens addresses outside of this program
/// @param settings what holds on this device alone
/// @param notifications the system's own
/// @param tray where a closed window is found again
/// @param quiet when it is to leave a person alone
public record Machine(
        Links links, LocalSettings settings, Notifications notifications, Tray tray, Quiet quiet) {

    public Machine(Links links, LocalSettings settings, Notifications notifications, Tray tray) {
        this(links, settings, notifications, tray, new Quiet(settings));
    }
}
