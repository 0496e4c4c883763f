-- Identifiers, names, addresses, contacts and owners of third parties, and imports that can be taken back.

-- One document for each third party: what is known of it besides its name and registration.
CREATE TABLE third_party_profile (
  third_party_id TEXT NOT NULL PRIMARY KEY REFERENCES third_party (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX third_party_by_lei ON third_party_profile (json_extract(content, '$.lei')) WHERE json_extract(content, '$.lei') <> '';

-- Lists search by what a profile says. (OR IGNORE would not hold here: SQLite takes the conflict handling of the statement that sets the trigger off.)
CREATE TRIGGER summary_stale_by_profile AFTER INSERT ON third_party_profile BEGIN INSERT INTO stale_summary SELECT NEW.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = NEW.third_party_id); END;
CREATE TRIGGER summary_stale_by_new_profile AFTER UPDATE ON third_party_profile BEGIN INSERT INTO stale_summary SELECT NEW.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = NEW.third_party_id); END;

-- Who holds it, and who holds its holders.
CREATE TABLE owner_tree (
  third_party_id TEXT NOT NULL PRIMARY KEY REFERENCES third_party (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A list that was taken in from a file. A batch is written in pieces, each a transaction of its own.
CREATE TABLE import_batch (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  started_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

-- What one row of a list did to a third party. For one that was changed: what it was before; for both the hash of what the row made of it.
-- When the import is undone, the rows of what it added go with it.
CREATE TABLE import_change (
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  third_party_id TEXT NOT NULL,
  piece INTEGER NOT NULL CHECK (piece >= 1),
  row_number INTEGER NOT NULL CHECK (row_number >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('added', 'updated')),
  before TEXT,
  after_sha256 TEXT NOT NULL,
  PRIMARY KEY (batch_id, third_party_id, row_number),
  CHECK ((kind = 'updated') = (before IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX import_change_by_third_party ON import_change (third_party_id);

CREATE TRIGGER import_batch_undone_once BEFORE UPDATE ON import_batch WHEN OLD.undone_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an import is undone once'); END;
CREATE TRIGGER import_batch_kept BEFORE DELETE ON import_batch BEGIN SELECT RAISE(ABORT, 'that there was an import is never forgotten'); END;
CREATE TRIGGER import_change_keeps_rows BEFORE UPDATE ON import_change BEGIN SELECT RAISE(ABORT, 'what an import did is never changed'); END;

-- A subject begins with the id of the thing it is about: its history is found without reading everybody's.
CREATE INDEX audit_by_object ON audit (substr(subject, 1, 36), sequence);
