-- What Home counts and shows first after every change, found without reading all third parties, assessments and decisions through.
-- None of these begins with is_archived: nearly every row says 0 there, and SQLite would take it for a narrow choice.

CREATE INDEX third_party_summary_by_tier ON third_party_summary (tier_worst, is_unconfirmed) WHERE is_archived = 0;
CREATE INDEX third_party_summary_by_due ON third_party_summary (due_on, name_key) WHERE is_archived = 0 AND due_on IS NOT NULL;
CREATE INDEX third_party_summary_by_stops ON third_party_summary (stop_count DESC, name_key) WHERE is_archived = 0 AND stop_count > 0;
CREATE INDEX assessment_draft ON assessment (started_at, id) WHERE status = 'draft';
CREATE INDEX decision_declined ON decision (assessment_id) WHERE content ->> '$.outcome' = 'decline';
