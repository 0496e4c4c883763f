-- Reports of every kind, and how they look.

-- A logo is kept for as long as a report may be printed again with it.
CREATE TABLE logo (
  sha256 TEXT NOT NULL PRIMARY KEY,
  format TEXT NOT NULL CHECK (format IN ('png', 'jpeg')),
  width_px INTEGER NOT NULL CHECK (width_px >= 1),
  height_px INTEGER NOT NULL CHECK (height_px >= 1),
  content BLOB NOT NULL
) STRICT;

-- What the next report looks like. No row: Gatehouse's own look.
CREATE TABLE report_look (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
  accent TEXT NOT NULL,
  issuer TEXT NOT NULL,
  logo_sha256 TEXT REFERENCES logo (sha256)
) STRICT;

-- The old table could hold reports on assessments only. Its rows move over as they are.
CREATE TABLE report_of_any_kind (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('assessment', 'portfolio', 'programme')),
  assessment_id TEXT UNIQUE REFERENCES assessment (id),
  signer_id TEXT NOT NULL REFERENCES signer (id),
  -- Whom the report is about, as it was called when it was signed.
  subject TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  signed_at TEXT NOT NULL,
  -- How many entries the history had when it was signed.
  audit_sequence INTEGER NOT NULL CHECK (audit_sequence >= 0),
  -- How it was printed; NULL for reports of the first version, which had one look.
  look TEXT,
  -- Hash of what was printed, before typesetting; NULL for reports of the first version.
  model_sha256 TEXT,
  -- The data as attached to the PDF: what was signed reads the same whatever changes around it.
  document TEXT NOT NULL,
  pdf BLOB NOT NULL,
  CHECK ((kind = 'assessment') = (assessment_id IS NOT NULL))
) STRICT;

INSERT INTO report_of_any_kind
  SELECT id, 'assessment', assessment_id, signer_id, coalesce(document ->> '$.thirdParty.legalName', ''), file_name, sha256, size_bytes,
    signed_at, coalesce(document ->> '$.audit.sequence', 0), NULL, NULL, document, pdf
  FROM report;

DROP TABLE report;
ALTER TABLE report_of_any_kind RENAME TO report;

CREATE INDEX report_by_time ON report (signed_at, id);
CREATE INDEX report_by_kind ON report (kind, signed_at, id);

CREATE TRIGGER report_keeps_rows BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'a signed report is never changed'); END;
CREATE TRIGGER report_keeps_all BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'a signed report is never removed'); END;
CREATE TRIGGER logo_keeps_rows BEFORE UPDATE ON logo BEGIN SELECT RAISE(ABORT, 'a logo that was printed is never changed'); END;
CREATE TRIGGER logo_keeps_all BEFORE DELETE ON logo BEGIN SELECT RAISE(ABORT, 'a logo that was printed is never removed'); END;
