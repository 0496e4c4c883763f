-- What is done about findings, findings of one's own, what second persons say, and which assessment takes the place of which.

-- Found beside the answers; signed with them.
CREATE TABLE manual_finding (
  id TEXT NOT NULL PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('low', 'moderate', 'high', 'critical')),
  domain_id TEXT,
  first_step TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX manual_finding_by_assessment ON manual_finding (assessment_id, added_at, id);

-- The plan. It belongs to the third party in one relationship, not to one assessment, and goes on after signing: what was signed stands in the document.
CREATE TABLE treatment (
  id TEXT NOT NULL UNIQUE,
  third_party_id TEXT NOT NULL REFERENCES third_party (id),
  relationship TEXT NOT NULL CHECK (relationship IN ('supplier', 'partner', 'investor')),
  finding_kind TEXT NOT NULL CHECK (finding_kind IN ('question', 'rule', 'manual', 'condition')),
  -- The question's id, the rule's id, the id of the finding, or the words of the condition.
  finding_key TEXT NOT NULL,
  response TEXT NOT NULL CHECK (response IN ('mitigate', 'accept', 'avoid', 'transfer')),
  action TEXT NOT NULL,
  owner_name TEXT NOT NULL,
  due_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'in-progress', 'done')),
  accepted_by TEXT NOT NULL,
  accepted_until TEXT,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (third_party_id, relationship, finding_kind, finding_key)
) STRICT, WITHOUT ROWID;

-- What second persons said before the signature. Nothing of it is taken back; a person may say something else later.
CREATE TABLE review (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  reviewer_name TEXT NOT NULL,
  reviewer_role TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('agrees', 'asks-for-changes')),
  note TEXT NOT NULL,
  reviewed_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE supersession (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessment (id),
  superseded_id TEXT NOT NULL REFERENCES assessment (id),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX supersession_by_superseded ON supersession (superseded_id);

-- Derived: the findings of the assessments that count, so that the list of all of them needs no scoring.
CREATE TABLE open_finding (
  third_party_id TEXT NOT NULL REFERENCES third_party (id) ON DELETE CASCADE,
  relationship TEXT NOT NULL,
  finding_kind TEXT NOT NULL,
  finding_key TEXT NOT NULL,
  assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  domain_id TEXT,
  -- 2 a STOP, 1 a High floor, 0 none; whether it is fired or open.
  floor INTEGER NOT NULL CHECK (floor BETWEEN 0 AND 2),
  -- The worst tier of its domain from 1 to 4; 0 where there is none.
  tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 4),
  -- The greater, the more pressing.
  weight INTEGER NOT NULL,
  -- From the treatment, kept in step by the triggers below. Whoever accepts a risk owns it, until the last day; 9999-12-31 is never.
  state TEXT NOT NULL CHECK (state IN ('untreated', 'open', 'in-progress', 'done', 'accepted')),
  response TEXT,
  owner_name TEXT NOT NULL,
  due_on TEXT NOT NULL,
  PRIMARY KEY (third_party_id, relationship, finding_kind, finding_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_finding_by_weight ON open_finding (weight DESC);
CREATE INDEX open_finding_by_due ON open_finding (due_on, weight DESC);
CREATE INDEX open_finding_by_state ON open_finding (state, weight DESC);
CREATE INDEX open_finding_by_domain ON open_finding (domain_id, weight DESC);
CREATE INDEX open_finding_by_owner ON open_finding (owner_name, weight DESC) WHERE owner_name <> '';
CREATE INDEX open_finding_by_assessment ON open_finding (assessment_id);

CREATE TRIGGER treatment_begins AFTER INSERT ON treatment BEGIN
  UPDATE open_finding SET
    state = CASE NEW.response WHEN 'accept' THEN 'accepted' ELSE NEW.status END, response = NEW.response,
    owner_name = CASE NEW.response WHEN 'accept' THEN NEW.accepted_by ELSE NEW.owner_name END,
    due_on = CASE WHEN NEW.response = 'accept' THEN coalesce(NEW.accepted_until, '9999-12-31') WHEN NEW.status = 'done' THEN '9999-12-31' ELSE coalesce(NEW.due_on, '9999-12-31') END
  WHERE third_party_id = NEW.third_party_id AND relationship = NEW.relationship AND finding_kind = NEW.finding_kind AND finding_key = NEW.finding_key;
END;
CREATE TRIGGER treatment_changes AFTER UPDATE ON treatment BEGIN
  UPDATE open_finding SET
    state = CASE NEW.response WHEN 'accept' THEN 'accepted' ELSE NEW.status END, response = NEW.response,
    owner_name = CASE NEW.response WHEN 'accept' THEN NEW.accepted_by ELSE NEW.owner_name END,
    due_on = CASE WHEN NEW.response = 'accept' THEN coalesce(NEW.accepted_until, '9999-12-31') WHEN NEW.status = 'done' THEN '9999-12-31' ELSE coalesce(NEW.due_on, '9999-12-31') END
  WHERE third_party_id = NEW.third_party_id AND relationship = NEW.relationship AND finding_kind = NEW.finding_kind AND finding_key = NEW.finding_key;
END;
CREATE TRIGGER treatment_ends AFTER DELETE ON treatment BEGIN
  UPDATE open_finding SET state = 'untreated', response = NULL, owner_name = '', due_on = '9999-12-31'
  WHERE third_party_id = OLD.third_party_id AND relationship = OLD.relationship AND finding_kind = OLD.finding_kind AND finding_key = OLD.finding_key;
END;

-- What is signed is frozen: it is superseded, never updated.
CREATE TRIGGER manual_finding_frozen_insert BEFORE INSERT ON manual_finding WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER manual_finding_frozen_update BEFORE UPDATE ON manual_finding WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER manual_finding_frozen_delete BEFORE DELETE ON manual_finding WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER review_frozen_insert BEFORE INSERT ON review WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER review_keeps_rows BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
CREATE TRIGGER review_keeps_all BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'a review is never taken back'); END;
CREATE TRIGGER supersession_of_signed BEFORE INSERT ON supersession WHEN coalesce((SELECT status FROM assessment WHERE id = NEW.superseded_id), '') <> 'signed' BEGIN SELECT RAISE(ABORT, 'only a signed assessment is superseded'); END;
CREATE TRIGGER supersession_frozen_insert BEFORE INSERT ON supersession WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER supersession_frozen_update BEFORE UPDATE ON supersession WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER supersession_frozen_delete BEFORE DELETE ON supersession WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;

INSERT OR IGNORE INTO stale_outcome SELECT id FROM assessment;
