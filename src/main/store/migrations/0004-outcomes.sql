-- The outcome of each assessment beside it, so that lists need no scoring; saved views of lists; third parties put aside, and their tags.

CREATE TABLE third_party_archive (
  third_party_id TEXT NOT NULL PRIMARY KEY REFERENCES third_party (id) ON DELETE CASCADE,
  archived_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE third_party_tag (
  third_party_id TEXT NOT NULL REFERENCES third_party (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (third_party_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX third_party_tag_by_tag ON third_party_tag (tag, third_party_id);

CREATE TABLE saved_view (
  id TEXT NOT NULL PRIMARY KEY,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  UNIQUE (list, name)
) STRICT, WITHOUT ROWID;

-- Derived from here on: worked out from the tables above and those of earlier steps, and never the only place where something stands.
-- Tiers, ranks and bands are 1 (low) to 4 (critical).
CREATE TABLE assessment_outcome (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
  -- 1 when this one counts for its third party and relationship: the one signed last, else the draft answered last.
  is_standing INTEGER NOT NULL CHECK (is_standing IN (0, 1)),
  is_assessed INTEGER NOT NULL CHECK (is_assessed IN (0, 1)),
  tier_best INTEGER NOT NULL CHECK (tier_best BETWEEN 1 AND 4),
  tier_worst INTEGER NOT NULL CHECK (tier_worst BETWEEN 1 AND 4),
  is_unconfirmed INTEGER NOT NULL CHECK (is_unconfirmed IN (0, 1)),
  -- NULL when nothing was assessed.
  driver_kind TEXT CHECK (driver_kind IN ('domain', 'flag')),
  driver_id TEXT,
  inherent_best INTEGER NOT NULL CHECK (inherent_best BETWEEN 1 AND 4),
  inherent_worst INTEGER NOT NULL CHECK (inherent_worst BETWEEN 1 AND 4),
  impact_worst INTEGER NOT NULL CHECK (impact_worst BETWEEN 1 AND 4),
  exposure_worst INTEGER NOT NULL CHECK (exposure_worst BETWEEN 1 AND 4),
  -- The worst band of any domain; NULL when no domain was scored.
  gap_band_best INTEGER CHECK (gap_band_best BETWEEN 1 AND 4),
  gap_band_worst INTEGER CHECK (gap_band_worst BETWEEN 1 AND 4),
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  -- Names of badges with commas between them.
  badges TEXT NOT NULL,
  stop_count INTEGER NOT NULL,
  open_stop_count INTEGER NOT NULL,
  high_count INTEGER NOT NULL,
  open_high_count INTEGER NOT NULL,
  finding_count INTEGER NOT NULL,
  answered_count INTEGER NOT NULL,
  shown_count INTEGER NOT NULL,
  can_finalise INTEGER NOT NULL CHECK (can_finalise IN (0, 1)),
  reassess_on TEXT NOT NULL,
  -- When an answer or the screening was saved last, else when the assessment was started.
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE jewel_use (
  jewel_id TEXT NOT NULL,
  assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  PRIMARY KEY (jewel_id, assessment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX jewel_use_by_assessment ON jewel_use (assessment_id);

-- What lists of third parties search, filter and sort by. It stands in the order of names.
CREATE TABLE third_party_summary (
  name_key TEXT NOT NULL,
  third_party_id TEXT NOT NULL UNIQUE REFERENCES third_party (id) ON DELETE CASCADE,
  search_text TEXT NOT NULL,
  country TEXT NOT NULL,
  -- The sum of 1 supplier, 2 partner, 4 investor.
  relationships INTEGER NOT NULL CHECK (relationships BETWEEN 0 AND 7),
  is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
  -- Of the assessments that stand; NULL when none of them has an answer.
  tier_best INTEGER CHECK (tier_best BETWEEN 1 AND 4),
  tier_worst INTEGER CHECK (tier_worst BETWEEN 1 AND 4),
  is_unconfirmed INTEGER NOT NULL CHECK (is_unconfirmed IN (0, 1)),
  driver_kind TEXT,
  driver_id TEXT,
  -- The assessment that sets the tier.
  driver_assessment_id TEXT,
  stop_count INTEGER NOT NULL,
  draft_count INTEGER NOT NULL,
  signed_count INTEGER NOT NULL,
  -- Days; NULL when nothing was signed.
  assessed_on TEXT,
  due_on TEXT,
  PRIMARY KEY (name_key, third_party_id)
) STRICT, WITHOUT ROWID;

-- What has to be worked out again. Empty nearly always; whatever writes below this line fills it.
CREATE TABLE stale_outcome (assessment_id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE stale_summary (third_party_id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
-- Which version of the program worked the drafts out.
CREATE TABLE outcome_origin (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  worked_out_by TEXT NOT NULL
) STRICT;

INSERT INTO stale_outcome SELECT id FROM assessment;
INSERT INTO stale_summary SELECT id FROM third_party;

CREATE INDEX assessment_by_start ON assessment (started_at, id);
CREATE INDEX assessment_outcome_standing ON assessment_outcome (tier_worst, assessment_id) WHERE is_standing = 1;
CREATE INDEX assessment_outcome_by_change ON assessment_outcome (changed_at, assessment_id);

CREATE TRIGGER outcome_stale_by_start AFTER INSERT ON assessment BEGIN INSERT INTO stale_outcome SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = NEW.id); END;
CREATE TRIGGER outcome_stale_by_status AFTER UPDATE ON assessment BEGIN INSERT INTO stale_outcome SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = NEW.id); END;
CREATE TRIGGER outcome_stale_by_answer AFTER INSERT ON answer BEGIN INSERT INTO stale_outcome SELECT NEW.assessment_id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = NEW.assessment_id); END;
CREATE TRIGGER outcome_stale_by_change AFTER UPDATE ON answer BEGIN INSERT INTO stale_outcome SELECT NEW.assessment_id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = NEW.assessment_id); END;
CREATE TRIGGER outcome_stale_by_blank AFTER DELETE ON answer BEGIN INSERT INTO stale_outcome SELECT OLD.assessment_id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = OLD.assessment_id); END;
CREATE TRIGGER outcome_stale_by_screening AFTER INSERT ON screening BEGIN INSERT INTO stale_outcome SELECT NEW.assessment_id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = NEW.assessment_id); END;
CREATE TRIGGER outcome_stale_by_rescreening AFTER UPDATE ON screening BEGIN INSERT INTO stale_outcome SELECT NEW.assessment_id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = NEW.assessment_id); END;
CREATE TRIGGER outcome_stale_by_no_screening AFTER DELETE ON screening BEGIN INSERT INTO stale_outcome SELECT OLD.assessment_id WHERE NOT EXISTS (SELECT 1 FROM stale_outcome WHERE assessment_id = OLD.assessment_id); END;
CREATE TRIGGER outcome_stale_by_impact AFTER UPDATE OF impact ON crown_jewel WHEN OLD.impact <> NEW.impact BEGIN
  INSERT INTO stale_outcome SELECT assessment_id FROM jewel_use JOIN assessment ON assessment.id = assessment_id WHERE jewel_id = NEW.id AND status = 'draft' AND NOT EXISTS (SELECT 1 FROM stale_outcome WHERE stale_outcome.assessment_id = jewel_use.assessment_id);
END;
CREATE TRIGGER outcome_stale_by_lost_jewel AFTER DELETE ON crown_jewel BEGIN
  INSERT INTO stale_outcome SELECT assessment_id FROM jewel_use JOIN assessment ON assessment.id = assessment_id WHERE jewel_id = OLD.id AND status = 'draft' AND NOT EXISTS (SELECT 1 FROM stale_outcome WHERE stale_outcome.assessment_id = jewel_use.assessment_id);
END;

CREATE TRIGGER summary_stale_by_party AFTER INSERT ON third_party BEGIN INSERT INTO stale_summary SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = NEW.id); END;
CREATE TRIGGER summary_stale_by_details AFTER UPDATE ON third_party BEGIN INSERT INTO stale_summary SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = NEW.id); END;
CREATE TRIGGER summary_gone AFTER DELETE ON third_party BEGIN DELETE FROM stale_summary WHERE third_party_id = OLD.id; END;
CREATE TRIGGER summary_stale_by_relationship AFTER INSERT ON relationship BEGIN INSERT INTO stale_summary SELECT NEW.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = NEW.third_party_id); END;
CREATE TRIGGER summary_stale_by_ended_relationship AFTER DELETE ON relationship BEGIN INSERT INTO stale_summary SELECT OLD.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = OLD.third_party_id); END;
CREATE TRIGGER summary_stale_by_archive AFTER INSERT ON third_party_archive BEGIN INSERT INTO stale_summary SELECT NEW.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = NEW.third_party_id); END;
CREATE TRIGGER summary_stale_by_return AFTER DELETE ON third_party_archive BEGIN INSERT INTO stale_summary SELECT OLD.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = OLD.third_party_id); END;
CREATE TRIGGER summary_stale_by_tag AFTER INSERT ON third_party_tag BEGIN INSERT INTO stale_summary SELECT NEW.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = NEW.third_party_id); END;
CREATE TRIGGER summary_stale_by_lost_tag AFTER DELETE ON third_party_tag BEGIN INSERT INTO stale_summary SELECT OLD.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = OLD.third_party_id); END;
CREATE TRIGGER summary_stale_by_outcome AFTER INSERT ON assessment_outcome BEGIN
  INSERT INTO stale_summary SELECT third_party_id FROM assessment WHERE id = NEW.assessment_id AND NOT EXISTS (SELECT 1 FROM stale_summary WHERE stale_summary.third_party_id = assessment.third_party_id);
END;
CREATE TRIGGER summary_stale_by_new_outcome AFTER UPDATE ON assessment_outcome BEGIN
  INSERT INTO stale_summary SELECT third_party_id FROM assessment WHERE id = NEW.assessment_id AND NOT EXISTS (SELECT 1 FROM stale_summary WHERE stale_summary.third_party_id = assessment.third_party_id);
END;
CREATE TRIGGER summary_stale_by_lost_outcome AFTER DELETE ON assessment BEGIN INSERT INTO stale_summary SELECT OLD.third_party_id WHERE NOT EXISTS (SELECT 1 FROM stale_summary WHERE third_party_id = OLD.third_party_id); END;
