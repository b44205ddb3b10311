package baton.relay.log;

/// What an account has not read, counted from the events themselves.
///
/// @param from oldest place counted: where the account's floor or what is kept begins, if that lies
///   beyond the place after the read mark
/// @param seq newest place that the account may see
/// @param digest at that place; 0 if nothing lies after the read mark
/// @param unread messages of others after the read mark that were not recalled
/// @param mentions those among them that name the account, as their edits left them
public record Recount(long epoch, long from, long seq, long digest, long unread, long mentions) {}
