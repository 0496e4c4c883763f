-- Files that prove answers, and what stands beside an answer.

-- The bytes of a file, once for each vault, however many answers it proves. The hash is of the file as it was given.
CREATE TABLE evidence_content (
  sha256 TEXT NOT NULL PRIMARY KEY,
  size_bytes INTEGER NOT NULL CHECK (size_bytes BETWEEN 1 AND 26214400),
  media_type TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- In pieces, so that one can be read and checked without the whole file in memory.
CREATE TABLE evidence_chunk (
  sha256 TEXT NOT NULL REFERENCES evidence_content (sha256),
  number INTEGER NOT NULL CHECK (number >= 0),
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, number)
) STRICT;

CREATE TABLE evidence_file (
  id TEXT NOT NULL PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  question_id TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES evidence_content (sha256),
  file_name TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D', 'U')),
  description TEXT NOT NULL,
  added_at TEXT NOT NULL,
  -- NULL while it stands. A removed file can be brought back for a day, then its bytes go.
  removed_at TEXT,
  UNIQUE (assessment_id, question_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_file_by_content ON evidence_file (sha256);
CREATE INDEX evidence_file_removed ON evidence_file (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE third_party_comment (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  question_id TEXT NOT NULL,
  text TEXT NOT NULL,
  said_by TEXT NOT NULL,
  said_on TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, question_id)
) STRICT, WITHOUT ROWID;

-- A hash names its bytes for ever; bytes go only when no answer names them any more.
CREATE TRIGGER evidence_content_keeps_rows BEFORE UPDATE ON evidence_content BEGIN SELECT RAISE(ABORT, 'the content of evidence is never changed'); END;
CREATE TRIGGER evidence_chunk_keeps_rows BEFORE UPDATE ON evidence_chunk BEGIN SELECT RAISE(ABORT, 'the content of evidence is never changed'); END;
CREATE TRIGGER evidence_chunk_kept BEFORE DELETE ON evidence_chunk WHEN EXISTS (SELECT 1 FROM evidence_file WHERE sha256 = OLD.sha256) BEGIN SELECT RAISE(ABORT, 'evidence that an answer names is kept'); END;
CREATE TRIGGER evidence_file_keeps_content BEFORE UPDATE ON evidence_file WHEN OLD.sha256 <> NEW.sha256 OR OLD.assessment_id <> NEW.assessment_id OR OLD.question_id <> NEW.question_id BEGIN SELECT RAISE(ABORT, 'evidence keeps its answer and its content'); END;

-- What is signed is frozen: it is superseded, never updated.
CREATE TRIGGER evidence_file_frozen_insert BEFORE INSERT ON evidence_file WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER evidence_file_frozen_update BEFORE UPDATE ON evidence_file WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
-- What was removed before the signature was not signed, so its bytes may still go.
CREATE TRIGGER evidence_file_frozen_delete BEFORE DELETE ON evidence_file WHEN OLD.removed_at IS NULL AND (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER third_party_comment_frozen_insert BEFORE INSERT ON third_party_comment WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER third_party_comment_frozen_update BEFORE UPDATE ON third_party_comment WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER third_party_comment_frozen_delete BEFORE DELETE ON third_party_comment WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
