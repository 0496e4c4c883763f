-- What came out of checking names against lists, beside the answers of an assessment. Absent when it was not done.

CREATE TABLE screening (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessment (id),
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is signed is frozen: it is superseded, never updated.
CREATE TRIGGER screening_frozen_insert BEFORE INSERT ON screening WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER screening_frozen_update BEFORE UPDATE ON screening WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER screening_frozen_delete BEFORE DELETE ON screening WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
