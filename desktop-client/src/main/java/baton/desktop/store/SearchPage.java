package baton.desktop.store;

import java.util.List;

/// What was found so far.
///
/// @param hits in one conversation the last of the log first; in all of them the newest first
/// @param more whether a larger page would hold more
/// @param bounded whether only the newest messages were looked at, because terms of one or two
///   letters can be found in no index
/// @param left texts on this device that cannot be searched yet
public record SearchPage(List<SearchHit> hits, boolean more, boolean bounded, long left) {
    /// Nothing was found, because nothing was looked for.
    public static final SearchPage NONE = new SearchPage(List.of(), false, false, 0);

    public SearchPage {
        hits = List.copyOf(hits);
    }
}
