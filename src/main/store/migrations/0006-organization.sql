-- What the organization answered about itself, its jewel register, and who can reach which jewel.

-- How big it is and what it works on; its name and country stand in "organization".
CREATE TABLE organization_profile (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  size TEXT NOT NULL CHECK (size IN ('unknown', '1-9', '10-49', '50-249', '250-999', '1000-or-more')),
  -- A JSON array of areas.
  technology_areas TEXT NOT NULL,
  described_on TEXT NOT NULL
) STRICT;

-- The questions about the organization itself are answered once, here, and taken over into assessments.
CREATE TABLE organization_answer (
  question_id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  -- The meaning of the question when it was answered: another meaning is another question.
  meaning INTEGER NOT NULL CHECK (meaning >= 1),
  content TEXT NOT NULL,
  -- The day on which it was given, or confirmed as still true.
  answered_on TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every answer that ever stood. A cleared answer is a revision without content.
CREATE TABLE organization_answer_revision (
  question_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  meaning INTEGER NOT NULL CHECK (meaning >= 1),
  content TEXT,
  answered_on TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (question_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER organization_answer_revision_keeps_rows BEFORE UPDATE ON organization_answer_revision BEGIN SELECT RAISE(ABORT, 'the history of answers is never changed'); END;
CREATE TRIGGER organization_answer_revision_keeps_all BEFORE DELETE ON organization_answer_revision BEGIN SELECT RAISE(ABORT, 'the history of answers is never shortened'); END;

-- Whether the guided start still shows on Home.
CREATE TABLE guide (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1))
) STRICT;

-- Where an answer of an assessment was taken over from. The mark counts for as long as the answer has the value it was taken over with.
CREATE TABLE carried_over (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  question_id TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('organization', 'previous-assessment')),
  -- The day on which it was first given.
  answered_on TEXT NOT NULL,
  -- The value as JSON, as it stands in the content of the answer.
  value TEXT NOT NULL,
  PRIMARY KEY (assessment_id, question_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER carried_over_frozen_insert BEFORE INSERT ON carried_over WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER carried_over_frozen_update BEFORE UPDATE ON carried_over WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER carried_over_frozen_delete BEFORE DELETE ON carried_over WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;

-- What is known of a crown jewel beyond what a signed report says of it. No row: nothing yet.
CREATE TABLE jewel_register (
  jewel_id TEXT NOT NULL PRIMARY KEY REFERENCES crown_jewel (id) ON DELETE CASCADE,
  owner_name TEXT NOT NULL,
  places TEXT NOT NULL,
  who_can_reach TEXT NOT NULL,
  -- The day by which somebody looks at it again; NULL when none is set.
  review_on TEXT,
  -- NULL while it is in use. What signed reports name is archived, never removed.
  archived_at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX jewel_register_by_review ON jewel_register (review_on) WHERE review_on IS NOT NULL AND archived_at IS NULL;

-- What a person says a third party can do with a jewel. It stands above what assessments say.
CREATE TABLE exposure (
  third_party_id TEXT NOT NULL REFERENCES third_party (id),
  jewel_id TEXT NOT NULL REFERENCES crown_jewel (id),
  can_see INTEGER NOT NULL CHECK (can_see IN (0, 1)),
  can_copy INTEGER NOT NULL CHECK (can_copy IN (0, 1)),
  can_change INTEGER NOT NULL CHECK (can_change IN (0, 1)),
  can_stop INTEGER NOT NULL CHECK (can_stop IN (0, 1)),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (third_party_id, jewel_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX exposure_by_jewel ON exposure (jewel_id, third_party_id);

-- Which jewels each assessment names, kept in step with its answers by the triggers below. The empty id says that the question was answered.
CREATE TABLE assessed_reach (
  third_party_id TEXT NOT NULL REFERENCES third_party (id),
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  jewel_id TEXT NOT NULL,
  relationship TEXT NOT NULL CHECK (relationship IN ('supplier', 'partner', 'investor')),
  started_at TEXT NOT NULL,
  PRIMARY KEY (third_party_id, assessment_id, jewel_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX assessed_reach_by_jewel ON assessed_reach (jewel_id, third_party_id);

CREATE TRIGGER assessed_reach_begins AFTER INSERT ON answer WHEN json_extract(NEW.content, '$.value.kind') = 'jewels' BEGIN
  DELETE FROM assessed_reach WHERE assessment_id = NEW.assessment_id
    AND third_party_id = (SELECT third_party_id FROM assessment WHERE id = NEW.assessment_id);
  INSERT INTO assessed_reach (third_party_id, assessment_id, jewel_id, relationship, started_at)
    SELECT third_party_id, id, jewel, relationship, started_at FROM assessment,
      (SELECT '' AS jewel FROM answer WHERE assessment_id = NEW.assessment_id AND json_extract(content, '$.value.kind') = 'jewels'
        UNION SELECT value FROM answer, json_each(content, '$.value.jewelIds')
          WHERE assessment_id = NEW.assessment_id AND json_extract(content, '$.value.kind') = 'jewels')
    WHERE id = NEW.assessment_id;
END;
CREATE TRIGGER assessed_reach_changes AFTER UPDATE OF content ON answer
WHEN json_extract(OLD.content, '$.value.kind') = 'jewels' OR json_extract(NEW.content, '$.value.kind') = 'jewels' BEGIN
  DELETE FROM assessed_reach WHERE assessment_id = NEW.assessment_id
    AND third_party_id = (SELECT third_party_id FROM assessment WHERE id = NEW.assessment_id);
  INSERT INTO assessed_reach (third_party_id, assessment_id, jewel_id, relationship, started_at)
    SELECT third_party_id, id, jewel, relationship, started_at FROM assessment,
      (SELECT '' AS jewel FROM answer WHERE assessment_id = NEW.assessment_id AND json_extract(content, '$.value.kind') = 'jewels'
        UNION SELECT value FROM answer, json_each(content, '$.value.jewelIds')
          WHERE assessment_id = NEW.assessment_id AND json_extract(content, '$.value.kind') = 'jewels')
    WHERE id = NEW.assessment_id;
END;
CREATE TRIGGER assessed_reach_ends AFTER DELETE ON answer WHEN json_extract(OLD.content, '$.value.kind') = 'jewels' BEGIN
  DELETE FROM assessed_reach WHERE assessment_id = OLD.assessment_id
    AND third_party_id = (SELECT third_party_id FROM assessment WHERE id = OLD.assessment_id);
  INSERT INTO assessed_reach (third_party_id, assessment_id, jewel_id, relationship, started_at)
    SELECT third_party_id, id, jewel, relationship, started_at FROM assessment,
      (SELECT '' AS jewel FROM answer WHERE assessment_id = OLD.assessment_id AND json_extract(content, '$.value.kind') = 'jewels'
        UNION SELECT value FROM answer, json_each(content, '$.value.jewelIds')
          WHERE assessment_id = OLD.assessment_id AND json_extract(content, '$.value.kind') = 'jewels')
    WHERE id = OLD.assessment_id;
END;

INSERT INTO assessed_reach (third_party_id, assessment_id, jewel_id, relationship, started_at)
  SELECT third_party_id, assessment.id, jewel, relationship, started_at FROM assessment
  JOIN (SELECT assessment_id, '' AS jewel FROM answer WHERE json_extract(content, '$.value.kind') = 'jewels'
    UNION SELECT assessment_id, value FROM answer, json_each(content, '$.value.jewelIds')
      WHERE json_extract(content, '$.value.kind') = 'jewels') ON assessment_id = assessment.id;
