-- Lists of restricted parties that somebody brought, what comparing names with them gave, and what people said of it.

-- One edition of one list. A newer edition stands beside the older one, under the same list_id.
CREATE TABLE screening_list (
  id TEXT NOT NULL PRIMARY KEY,
  list_id TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  edition_on TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 1),
  entry_count INTEGER NOT NULL CHECK (entry_count >= 1),
  name_count INTEGER NOT NULL CHECK (name_count >= 1),
  row_count INTEGER NOT NULL CHECK (row_count >= 1),
  -- The rows that could not be read, and how many entries each source within the list has, as JSON.
  holes TEXT NOT NULL,
  sources TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX screening_list_by_list ON screening_list (list_id, edition_on DESC, imported_at DESC);

-- The entries of an edition, some hundred in each part.
CREATE TABLE screening_list_part (
  edition_id TEXT NOT NULL REFERENCES screening_list (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  content TEXT NOT NULL,
  PRIMARY KEY (edition_id, number)
) STRICT;

-- Names compared with lists. A run is written in pieces, each a transaction of its own; one that was stopped keeps what it compared.
CREATE TABLE screening_run (
  id TEXT NOT NULL PRIMARY KEY,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  -- Which lists, whose names, and how many of what came out, as JSON.
  content TEXT NOT NULL
) STRICT;

-- What the last comparison of a third party with a list gave.
CREATE TABLE screening_result (
  third_party_id TEXT NOT NULL REFERENCES third_party (id) ON DELETE CASCADE,
  list_id TEXT NOT NULL,
  screened_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('no-match', 'possible-match', 'could-not-screen')),
  edition_on TEXT NOT NULL,
  -- How many of its names could not be compared, or only with the same letters.
  uncompared INTEGER NOT NULL CHECK (uncompared >= 0),
  -- The edition, the names that were compared and those that could not be, as JSON.
  content TEXT NOT NULL,
  PRIMARY KEY (third_party_id, list_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX screening_result_by_outcome ON screening_result (outcome, third_party_id);

-- One entry of a list that a name of a third party is like. The key is a hash of that name and of what the entry says.
CREATE TABLE screening_hit (
  third_party_id TEXT NOT NULL REFERENCES third_party (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  list_id TEXT NOT NULL,
  score_mille INTEGER NOT NULL CHECK (score_mille BETWEEN 0 AND 1000),
  -- What the last decision on this key says; 'open' when there is none that stands.
  state TEXT NOT NULL CHECK (state IN ('open', 'same', 'not-same', 'cannot-tell')),
  content TEXT NOT NULL,
  PRIMARY KEY (third_party_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX screening_hit_by_list ON screening_hit (third_party_id, list_id);
CREATE INDEX screening_hit_by_state ON screening_hit (state, score_mille DESC, third_party_id, key);

-- What people said of a hit, every word of it. It outlasts the hit and the list: the same name and the same entry have the same key.
CREATE TABLE screening_decision (
  third_party_id TEXT NOT NULL REFERENCES third_party (id),
  key TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'not-same', 'cannot-tell', 'withdrawn')),
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  -- The names and the entry as they were seen, as JSON.
  content TEXT NOT NULL,
  PRIMARY KEY (third_party_id, key, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER screening_list_part_keeps_rows BEFORE UPDATE ON screening_list_part BEGIN SELECT RAISE(ABORT, 'an edition of a list is never changed'); END;
CREATE TRIGGER screening_decision_keeps_rows BEFORE UPDATE ON screening_decision BEGIN SELECT RAISE(ABORT, 'what was said of a hit is never changed'); END;
CREATE TRIGGER screening_decision_keeps_all BEFORE DELETE ON screening_decision BEGIN SELECT RAISE(ABORT, 'what was said of a hit is never forgotten'); END;
