-- Tables that hold what only this device knows (outbox, drafts, marks, the last clientSeq) name their
-- conversation by its id, so that each can be read from a damaged file on its own. All others use the
-- conversation's number.

CREATE TABLE identity (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    relay TEXT NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    device TEXT NOT NULL,
    device_name TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
    conversation TEXT NOT NULL,
    client_seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    seen INTEGER NOT NULL,
    body TEXT NOT NULL,
    composed_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'acked', 'failed')),
    acked_seq INTEGER NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (conversation, client_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE client_seq (
    conversation TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local_read (
    conversation TEXT PRIMARY KEY,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    count INTEGER NOT NULL,
    own INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local_draft (
    conversation TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    basis INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_copy (
    conversation TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    basis INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    cursor INTEGER NOT NULL
) STRICT;
INSERT INTO feed VALUES (1, 0);

CREATE TABLE conversation (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;

-- The hot table. key = conversation number << 40 | seq: a page is one range of the one tree there is.
CREATE TABLE event (
    key INTEGER PRIMARY KEY,
    count INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    author TEXT NOT NULL,
    device TEXT NOT NULL,
    client_seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    countable INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE span (
    number INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    count_before INTEGER NOT NULL,
    count_at INTEGER NOT NULL,
    PRIMARY KEY (number, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE head (
    number INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    count INTEGER NOT NULL,
    own INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE info (
    number INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    floor INTEGER NOT NULL,
    floor_count INTEGER NOT NULL,
    is_left INTEGER NOT NULL
) STRICT;

CREATE TABLE member (
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    handle TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (number, position)
) STRICT, WITHOUT ROWID;

-- The last known name of everybody who ever was a member of anything.
CREATE TABLE person (
    handle TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE read_mark (
    number INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    count INTEGER NOT NULL,
    own INTEGER NOT NULL
) STRICT;

CREATE TABLE draft (
    number INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    text TEXT NOT NULL,
    device TEXT NOT NULL,
    device_name TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE delivered (
    number INTEGER NOT NULL,
    handle TEXT NOT NULL,
    revision INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (number, handle)
) STRICT, WITHOUT ROWID;

CREATE TABLE read_by (
    number INTEGER NOT NULL,
    handle TEXT NOT NULL,
    revision INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (number, handle)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    platform TEXT NOT NULL,
    fence INTEGER NOT NULL,
    beat INTEGER NOT NULL,
    online INTEGER NOT NULL,
    held INTEGER NOT NULL,
    outgoing INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Registers of a later version, to the letter.
CREATE TABLE unknown_register (
    key TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
