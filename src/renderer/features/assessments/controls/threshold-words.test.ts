import { describe, expect, test } from 'vitest'
import type { CountThreshold } from '#shared/contract/reference.ts'
import { thresholdWords } from './threshold-words.ts'

const option = { id: 'genomic', label: 'Human genomic data', rank: 2, rankAbove: 4, thresholdCount: 100 }
const known: CountThreshold = { kind: 'genomic', section: '202.205(a)', unit: 'us-persons', moreThan: 100, note: null }

describe('the hint under a count', () => {
  test('names the number, what is counted and where it stands', () => {
    expect(thresholdWords(option, known, null)).toBe('Bulk is more than 100 U.S. persons (28 CFR 202.205(a)).')
    expect(thresholdWords(option, { ...known, unit: 'us-devices' }, Number.NaN)).toBe(
      'Bulk is more than 100 U.S. devices (28 CFR 202.205(a)).',
    )
  })
  test('says on which side the count is: the number itself is not above', () => {
    expect(thresholdWords(option, known, 100)).toContain('This is not above it.')
    expect(thresholdWords(option, known, 101)).toContain('This is above it.')
  })
  test('says that any volume counts where the rule has no number', () => {
    expect(thresholdWords({ id: 'x', label: 'X' }, { ...known, moreThan: null }, 5)).toBe('Any volume counts (28 CFR 202.205(a)).')
  })
  test('needs no reference data for a threshold of a pack of one’s own, and is silent without any', () => {
    expect(thresholdWords(option, undefined, 1)).toBe('Bulk is more than 100. This is not above it.')
    expect(thresholdWords({ id: 'x', label: 'X' }, undefined, 1)).toBeNull()
  })
})
