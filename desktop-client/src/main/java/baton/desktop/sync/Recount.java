package baton.desktop.sync;

/// What a badge ought to show, counted from events that this device holds.
///
/// @param unread countable events of others that were not recalled
/// @param mentions those of them that name the account
public record Recount(long unread, long mentions) {}
