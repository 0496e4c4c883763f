-- What undoing an import took away, so that the import can be done again: kept for the import that was undone last, until another begins.
CREATE TABLE import_undone (
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  third_party_id TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (batch_id, third_party_id)
) STRICT, WITHOUT ROWID;

-- An undone import stays undone, unless it is done again with what was kept of it.
DROP TRIGGER import_batch_undone_once;
CREATE TRIGGER import_batch_undone_once BEFORE UPDATE ON import_batch
WHEN OLD.undone_at IS NOT NULL AND (NEW.undone_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM import_undone WHERE batch_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'an import is undone once, unless it was done again'); END;
