-- Where copies of the backups go, and what a vault that was salvaged keeps of the damaged one.

CREATE TABLE backup_place (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  -- NULL when none is chosen.
  path TEXT,
  -- NULL when nobody wants to be reminded.
  remind_after_days INTEGER CHECK (remind_after_days BETWEEN 1 AND 365),
  last_copy_at TEXT
) STRICT;

-- One row for each time: the report of what was saved and what was lost.
CREATE TABLE salvage (
  number INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;

-- The history of the damaged vault as it was found, gaps and all. It proves what it proves; the chain of this vault begins anew.
CREATE TABLE salvage_history (
  salvage INTEGER NOT NULL REFERENCES salvage (number),
  sequence INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  mac TEXT NOT NULL,
  PRIMARY KEY (salvage, sequence)
) STRICT, WITHOUT ROWID;

-- Rows that were readable but could not stand in their table, such as answers of an assessment that is lost.
CREATE TABLE salvage_remainder (
  salvage INTEGER NOT NULL REFERENCES salvage (number),
  number INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  why TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (salvage, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER salvage_keeps_rows BEFORE UPDATE ON salvage BEGIN SELECT RAISE(ABORT, 'what was salvaged is never changed'); END;
CREATE TRIGGER salvage_keeps_all BEFORE DELETE ON salvage BEGIN SELECT RAISE(ABORT, 'what was salvaged is never removed'); END;
CREATE TRIGGER salvage_history_keeps_rows BEFORE UPDATE ON salvage_history BEGIN SELECT RAISE(ABORT, 'the audit chain is never changed'); END;
CREATE TRIGGER salvage_history_keeps_all BEFORE DELETE ON salvage_history BEGIN SELECT RAISE(ABORT, 'the audit chain is never shortened'); END;
CREATE TRIGGER salvage_remainder_keeps_rows BEFORE UPDATE ON salvage_remainder BEGIN SELECT RAISE(ABORT, 'what was salvaged is never changed'); END;
CREATE TRIGGER salvage_remainder_keeps_all BEFORE DELETE ON salvage_remainder BEGIN SELECT RAISE(ABORT, 'what was salvaged is never removed'); END;
