-- Whom a change to many at once changed: its entry in the history stands under the id of the change.
CREATE TABLE bulk_change (
  third_party_id TEXT NOT NULL REFERENCES third_party (id),
  change_id TEXT NOT NULL,
  -- The tag or the kind of relationship; empty when there is nothing to name.
  about TEXT NOT NULL,
  PRIMARY KEY (third_party_id, change_id)
) STRICT, WITHOUT ROWID;
