-- Signers whose key is on a smart card or token.

-- What finds the key again. There is no secret here: the key stays on the token, and its PIN is asked for each time.
CREATE TABLE signer_token (
  signer_id TEXT NOT NULL PRIMARY KEY REFERENCES signer (id),
  module_path TEXT NOT NULL,
  serial TEXT NOT NULL,
  label TEXT NOT NULL,
  -- Hexadecimal; a token may give its keys empty ids.
  key_id TEXT NOT NULL,
  issuer TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
