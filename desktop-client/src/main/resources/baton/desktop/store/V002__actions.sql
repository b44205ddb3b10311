-- What version 2 of the protocol brought. A store of version 1 kept bodies and registers of kinds that
-- it did not know to the letter; what of them is known now is put in its place below.

ALTER TABLE event ADD COLUMN proof INTEGER NOT NULL DEFAULT 0;

-- Whether a timeline shows the event as a row: edits, recalls and reactions change other rows.
ALTER TABLE event ADD COLUMN shown INTEGER GENERATED ALWAYS AS (
    countable = 1 OR NOT (
        body GLOB '{"kind":"edited",*' OR body GLOB '{"kind":"recalled",*'
        OR body GLOB '{"kind":"reacted",*' OR body GLOB '{"kind":"gone","was":"edited",*')
) VIRTUAL;

ALTER TABLE info ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE info ADD COLUMN floor_own INTEGER NOT NULL DEFAULT 0;
ALTER TABLE info ADD COLUMN guarded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE info ADD COLUMN claim_holder TEXT NOT NULL DEFAULT '';
ALTER TABLE info ADD COLUMN claim_epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN current_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN claim INTEGER NOT NULL DEFAULT 0;

-- The epoch of the relay's store from which everything here comes.
ALTER TABLE feed ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;

-- Lists of seqs are JSON arrays.
CREATE TABLE notable (
    number INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    recalled TEXT NOT NULL,
    mentions TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    revision INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name, scope)
) STRICT, WITHOUT ROWID;

-- To be told to the relay until it says that it stands: set on this device, or confirmed once, under an
-- epoch as a revision, and perhaps lost since.
CREATE TABLE local_setting (
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    value TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (name, scope)
) STRICT, WITHOUT ROWID;

-- Events that the relay's store lost, whole, until the relay has them again; by conversation id, as
-- all that only this device may know.
CREATE TABLE aside (
    conversation TEXT NOT NULL,
    id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    count INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (conversation, id)
) STRICT, WITHOUT ROWID;

-- Which edits, recalls and reactions are about a message. What each says is in its event; so no text
-- stands twice, and a page of messages touches no index but its own.
CREATE TABLE action (
    target BLOB NOT NULL,
    key INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (target, key)
) STRICT, WITHOUT ROWID;

-- Recalls whose message is not here yet, or not where it stood; `place` is where it stood, 0 if
-- something else stands there.
CREATE TABLE recall_ahead (
    key INTEGER PRIMARY KEY,
    target BLOB NOT NULL,
    place INTEGER NOT NULL
) STRICT;

INSERT INTO action
SELECT unhex(replace(json_extract(body, '$.target.id'), '-', '')), key, json_extract(body, '$.kind')
FROM event
WHERE shown = 0 AND json_extract(body, '$.target.id') IS NOT NULL;

UPDATE event
SET body = '{"kind":"gone","was":"' || json_extract(body, '$.kind') || '","countable":true}'
WHERE countable = 1 AND EXISTS (
    SELECT 1 FROM action a JOIN event r ON r.key = a.key
    WHERE a.target = event.id AND a.kind = 'recalled'
        AND a.key >> 40 = event.key >> 40 AND r.author = event.author);

UPDATE event SET body = '{"kind":"gone","was":"edited","countable":false}'
WHERE key IN (
    SELECT e.key FROM action e JOIN action a ON a.target = e.target JOIN event r ON r.key = a.key
    WHERE e.kind = 'edited' AND a.kind = 'recalled'
        AND a.key >> 40 = e.key >> 40 AND r.author = event.author);

INSERT INTO recall_ahead
SELECT a.key, a.target, json_extract(r.body, '$.target.seq')
FROM action a JOIN event r ON r.key = a.key
WHERE a.kind = 'recalled' AND NOT EXISTS (
    SELECT 1 FROM event m
    WHERE m.key = (a.key >> 40 << 40) + json_extract(r.body, '$.target.seq') AND m.id = a.target);

-- The directory is read anew: its registers say more than they did.
UPDATE feed SET cursor = 0;
UPDATE info SET version = 0;
DELETE FROM unknown_register WHERE key GLOB 'notable/*' OR key GLOB 'setting/*';
