package baton.trials.faults;

/// Something that must not be.
///
/// @param where the conversation, or the process
/// @param about a text, an id or a seq by which the ledgers and stores can be searched
/// @param words what is wrong, for a person
record Finding(Kind kind, String where, String about, String words) {

    /// Which promise is broken. A row of the report each.
    enum Kind {
        /// Promised by a device or acknowledged by the relay, and not in the log.
        LOST("lost"),
        /// In a log or in a store more than once.
        DOUBLED("doubled"),
        /// In another order than it was sent.
        REORDERED("reordered"),
        /// In a log and never sent, or gone and never recalled.
        FOREIGN("never sent"),
        /// Neither there nor named as missing.
        GAP("gaps"),
        /// A device holds something else than the log says.
        DIVERGED("diverged"),
        /// A digest that does not follow from the one before.
        DIGEST("wrong digests"),
        /// The devices of a person disagree about a mark, or it moved back.
        READ("read marks wrong"),
        /// A badge that is no recount.
        UNREAD("unread wrong"),
        /// A device is not current, or says that it is and is not.
        PENDING("pending wrong"),
        /// The devices of a person show different drafts, or one that nobody wrote last.
        DRAFT("drafts wrong"),
        /// The same of a setting.
        SETTING("settings wrong"),
        /// More memory than allowed, or a process that ended by itself.
        PROCESS("processes out of bounds");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    @Override
    public String toString() {
        return kind.label() + " in " + where + ": " + words;
    }
}
