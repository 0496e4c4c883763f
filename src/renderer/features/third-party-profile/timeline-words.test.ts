// The words of a timeline: every change to many at once has its own.
import { describe, expect, test } from 'vitest'
import { BulkChange } from '#shared/domain/third-party-view.ts'
import { relationshipOf, timelineKey } from './timeline-words.ts'

const kinds = BulkChange.options.flatMap(({ shape }) => shape.kind.options)

describe('the words of a timeline', () => {
  test.each(kinds)('there are words for the change "%s" to many', (kind) => {
    expect(timelineKey(`thirdParties.changeMany/${kind}`)).not.toBe(null)
  })

  test('an action of a later version has none', () => {
    expect(timelineKey('thirdParties.changeMany/paint')).toBe(null)
  })

  test('a relationship is named by its kind, a tag by itself', () => {
    expect(relationshipOf({ action: 'thirdParties.changeMany/remove-relationship', about: 'investor' })).toBe('investor')
    expect(relationshipOf({ action: 'thirdParties.changeMany/add-tag', about: 'investor' })).toBe(null)
    expect(relationshipOf({ action: 'thirdParties.changeMany/add-relationship', about: 'friend' })).toBe(null)
  })
})
