-- Where a setting stands in the relay's order: under which epoch it was set, and as which revision if that is
-- not the one it has. 0: not known, or the one it has.
ALTER TABLE setting ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE setting ADD COLUMN first_revision INTEGER NOT NULL DEFAULT 0;
