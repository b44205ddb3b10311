package baton.relay.feed;

import baton.model.Revised;
import java.util.List;

/// The registers that changed in `(from, to]`, oldest change first: at most
/// [Limits#FEED_REGISTERS_MAX], and [Limits#PAGE_CHARS_MAX] characters unless a single one is
/// larger.
///
/// @param newest the account's newest revision
/// @param remaining how many registers have a revision after `to`
public record FeedPage(long from, long to, long newest, long remaining, List<Revised> registers) {
    public FeedPage {
        registers = List.copyOf(registers);
    }
}
