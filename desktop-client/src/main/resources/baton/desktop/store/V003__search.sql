-- What makes messages findable. The index knows which messages hold which three letters in a row, and
-- holds no text; so a hit is always looked at again, as its message stands.

CREATE VIRTUAL TABLE search_gram USING fts5 (
    text,
    content = '',
    columnsize = 0,
    detail = none,
    tokenize = 'trigram case_sensitive 1'
);

-- What leaves the index leaves the file, and is not only marked as gone.
INSERT INTO search_gram (search_gram, rank) VALUES ('secure-delete', 1);

-- Which messages are in the index, by which wording: the message's own, or that of its newest edit.
-- Only that text takes the message out of the index again.
CREATE TABLE search_doc (
    key INTEGER PRIMARY KEY,
    wording INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL
) STRICT;
CREATE INDEX search_doc_at ON search_doc (at);
CREATE INDEX search_doc_edited ON search_doc (wording) WHERE wording <> key;

-- Stretches of logs that may hold texts which the index lacks; the last one is taken first.
CREATE TABLE search_todo (
    number INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    texts INTEGER NOT NULL
) STRICT;

-- By which rule the texts in the index were folded; by none at first, which fills it anew.
CREATE TABLE search_rule (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    rule TEXT NOT NULL
) STRICT;
INSERT INTO search_rule VALUES (1, '');
