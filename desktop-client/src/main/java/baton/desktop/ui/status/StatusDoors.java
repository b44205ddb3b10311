package baton.desktop.ui.status;

/// What the status pill leads to.
///
/// @param outbox shows what waits to be sent
/// @param connection shows how the connection does
public record StatusDoors(Runnable outbox, Runnable connection) {}
