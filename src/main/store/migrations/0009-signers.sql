-- Where a signer's key comes from, time-stamps and further signatures.

-- A signer without a row here was made in this vault.
CREATE TABLE signer_origin (
  signer_id TEXT NOT NULL PRIMARY KEY REFERENCES signer (id),
  kind TEXT NOT NULL CHECK (kind IN ('imported')),
  issuer TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What goes into each signature beside the signer's own certificate: its issuers, nearest first, and their revocation lists.
CREATE TABLE signer_attachment (
  signer_id TEXT NOT NULL REFERENCES signer (id),
  kind TEXT NOT NULL CHECK (kind IN ('issuer', 'revocation-list')),
  position INTEGER NOT NULL CHECK (position >= 0),
  content BLOB NOT NULL,
  PRIMARY KEY (signer_id, kind, position)
) STRICT, WITHOUT ROWID;

-- Certificates of others that somebody here compared and knows: of persons, and of authorities that vouch for what they issue.
CREATE TABLE known_certificate (
  sha256 TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'authority')),
  name TEXT NOT NULL,
  certificate BLOB NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Later forms of a signed report: with a time-stamp in the room that was kept for it, or with a further signature behind it.
-- The form that was signed first stays in its report and is number 1.
CREATE TABLE report_version (
  report_id TEXT NOT NULL REFERENCES report (id),
  number INTEGER NOT NULL CHECK (number >= 2),
  kind TEXT NOT NULL CHECK (kind IN ('time-stamp', 'signature')),
  sha256 TEXT NOT NULL UNIQUE,
  size_bytes INTEGER NOT NULL,
  -- The authority or the further signer, and the instant that they state.
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  added_at TEXT NOT NULL,
  pdf BLOB NOT NULL,
  PRIMARY KEY (report_id, number)
) STRICT;

-- Time-stamp requests that were written out, so that a response for anything else is recognized.
CREATE TABLE stamp_request (
  nonce TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id),
  -- The form of the report whose last signature is to be stamped.
  version_sha256 TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX stamp_request_by_report ON stamp_request (report_id);

CREATE TRIGGER report_version_keeps_rows BEFORE UPDATE ON report_version BEGIN SELECT RAISE(ABORT, 'a signed report is never changed'); END;
CREATE TRIGGER report_version_keeps_all BEFORE DELETE ON report_version BEGIN SELECT RAISE(ABORT, 'a signed report is never removed'); END;
CREATE TRIGGER signer_keeps_key BEFORE UPDATE ON signer BEGIN SELECT RAISE(ABORT, 'a signer is never changed'); END;
