-- The first schema: one organization, its crown jewels, third parties, assessments, answers, decisions, signers, reports, and the audit chain.

CREATE TABLE vault (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  vault_id TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE organization (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  activity TEXT NOT NULL,
  contact TEXT NOT NULL
) STRICT;

CREATE TABLE crown_jewel (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 4),
  note TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE third_party (
  id TEXT NOT NULL PRIMARY KEY,
  legal_name TEXT NOT NULL,
  native_name TEXT NOT NULL,
  registration_number TEXT NOT NULL,
  country TEXT NOT NULL,
  note TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE relationship (
  third_party_id TEXT NOT NULL REFERENCES third_party (id),
  kind TEXT NOT NULL CHECK (kind IN ('supplier', 'partner', 'investor')),
  PRIMARY KEY (third_party_id, kind)
) STRICT, WITHOUT ROWID;

-- The packs that assessments were made with, kept so that an old assessment reads the same for ever.
CREATE TABLE pack (
  sha256 TEXT NOT NULL PRIMARY KEY,
  pack_id TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  third_party_id TEXT NOT NULL REFERENCES third_party (id),
  relationship TEXT NOT NULL CHECK (relationship IN ('supplier', 'partner', 'investor')),
  profile TEXT NOT NULL CHECK (profile IN ('lite', 'full')),
  pack_sha256 TEXT NOT NULL REFERENCES pack (sha256),
  as_of TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'signed')),
  started_at TEXT NOT NULL,
  signed_at TEXT,
  CHECK ((status = 'signed') = (signed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX assessment_by_third_party ON assessment (third_party_id);

CREATE TABLE answer (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  question_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, question_id)
) STRICT, WITHOUT ROWID;

-- Every answer that ever stood. A cleared answer is a revision without content.
CREATE TABLE answer_revision (
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  question_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  content TEXT,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, question_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessment (id),
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signer (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  organization TEXT NOT NULL,
  certificate BLOB NOT NULL,
  private_key BLOB NOT NULL,
  certificate_serial TEXT NOT NULL,
  certificate_sha256 TEXT NOT NULL UNIQUE,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL
) STRICT;

CREATE TABLE report (
  id TEXT NOT NULL PRIMARY KEY,
  assessment_id TEXT NOT NULL UNIQUE REFERENCES assessment (id),
  signer_id TEXT NOT NULL REFERENCES signer (id),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  signed_at TEXT NOT NULL,
  -- The assessment as it was attached to the PDF: what was signed reads the same whatever changes around it.
  document TEXT NOT NULL,
  pdf BLOB NOT NULL
) STRICT;

CREATE TABLE audit (
  sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  mac TEXT NOT NULL
) STRICT;

-- What is history stays as it was.
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit chain is never changed'); END;
CREATE TRIGGER audit_keeps_all BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit chain is never shortened'); END;
CREATE TRIGGER answer_revision_keeps_rows BEFORE UPDATE ON answer_revision BEGIN SELECT RAISE(ABORT, 'the history of answers is never changed'); END;
CREATE TRIGGER answer_revision_keeps_all BEFORE DELETE ON answer_revision BEGIN SELECT RAISE(ABORT, 'the history of answers is never shortened'); END;
CREATE TRIGGER report_keeps_rows BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'a signed report is never changed'); END;
CREATE TRIGGER report_keeps_all BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'a signed report is never removed'); END;
CREATE TRIGGER pack_keeps_rows BEFORE UPDATE ON pack BEGIN SELECT RAISE(ABORT, 'a pack in use is never changed'); END;

-- What is signed is frozen: it is superseded, never updated.
CREATE TRIGGER assessment_frozen BEFORE UPDATE ON assessment WHEN OLD.status = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER assessment_kept BEFORE DELETE ON assessment WHEN OLD.status = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER answer_frozen_insert BEFORE INSERT ON answer WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER answer_frozen_update BEFORE UPDATE ON answer WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER answer_frozen_delete BEFORE DELETE ON answer WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER answer_revision_frozen BEFORE INSERT ON answer_revision WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER decision_frozen_insert BEFORE INSERT ON decision WHEN (SELECT status FROM assessment WHERE id = NEW.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER decision_frozen_update BEFORE UPDATE ON decision WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
CREATE TRIGGER decision_frozen_delete BEFORE DELETE ON decision WHEN (SELECT status FROM assessment WHERE id = OLD.assessment_id) = 'signed' BEGIN SELECT RAISE(ABORT, 'a signed assessment is frozen'); END;
