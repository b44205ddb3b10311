package baton.desktop.ui.timeline;

/// The line "12 new" above the first message that was unread when a person came here. A pure value;
/// the rules, each a row of a table test:
///
/// 1. It is set when a conversation is opened, if anything is unread.
/// 2. Reading here, by scrolling, does not move it.
/// 3. A read on another device moves it forward, or away when nothing is left.
/// 4. Sending, Esc and mark-all clear it; then it does not come back by itself.
/// 5. It never goes back.
///
/// @param after the last read seq; the line stands above the first row beyond it
/// @param count how many messages were new; 0 for no line
/// @param readHere how far this window has asked to mark as read
record UnreadDivider(long after, long count, long readHere) {
    static final UnreadDivider NONE = new UnreadDivider(0, 0, 0);

    static UnreadDivider opened(long readSeq, long unread) {
        return unread > 0 ? new UnreadDivider(readSeq, unread, readSeq) : NONE;
    }

    boolean isShown() {
        return count > 0;
    }

    /// This window marked everything up to `seq` as read.
    UnreadDivider readHere(long seq) {
        return new UnreadDivider(after, count, Math.max(readHere, seq));
    }

    /// The account's read mark is at `seq` now, whoever moved it.
    UnreadDivider readAt(long seq, long unread) {
        boolean elsewhere = seq > readHere;
        if (!isShown() || !elsewhere || seq <= after) {
            return this;
        }
        return unread > 0 ? new UnreadDivider(seq, unread, readHere) : NONE;
    }

    UnreadDivider cleared() {
        return NONE;
    }
}
