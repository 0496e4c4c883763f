import { describe, expect, test } from 'vitest'
import { changesDerivedOnly } from './derived-tables.ts'

describe('a statement without an entry in the history', () => {
  test.each([
    'INSERT INTO assessment_outcome (assessment_id) VALUES (:id)',
    'INSERT OR REPLACE INTO third_party_summary (third_party_id) VALUES (:id)',
    '\n  DELETE FROM stale_outcome WHERE assessment_id = :id',
    'UPDATE assessment_outcome SET is_standing = 1',
  ])('may be %j', (sql) => {
    expect(changesDerivedOnly(sql)).toBe(true)
  })

  test.each([
    'INSERT INTO answer (assessment_id) VALUES (:id)',
    'DELETE FROM third_party WHERE id = :id',
    'UPDATE assessment SET status = NULL',
    'DROP TABLE assessment_outcome',
    'WITH one AS (SELECT 1) DELETE FROM assessment_outcome',
    "INSERT INTO audit (actor) VALUES ('assessment_outcome')",
  ])('may not be %j', (sql) => {
    expect(changesDerivedOnly(sql)).toBe(false)
  })
})
