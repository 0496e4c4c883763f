// Timelines: answers in a row become one item, nothing is lost or told twice across pages, and the clock orders nothing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AssessmentId } from '#shared/domain/ids.ts'
import { type PartyEntry, type PartyNames, timelineOf } from './timeline.ts'

const assessmentId = '00000000-0000-4000-8000-00000000000a'
const otherId = '00000000-0000-4000-8000-00000000000b'
const reportId = '00000000-0000-4000-8000-00000000000c'
const partyId = '00000000-0000-4000-8000-00000000000d'

const names: PartyNames = {
  assessments: new Map([assessmentId, otherId].map((id) => [id, { id: AssessmentId.parse(id), relationship: 'supplier' as const }])),
  files: new Map([[reportId, { name: 'Kestrel.pdf', assessmentId }]]),
}

const at = (second: number) => `2026-11-22T09:30:${String(second).padStart(2, '0')}.000Z`
const entry = (sequence: number, action: string, subject: string): PartyEntry => ({
  sequence,
  at: at(sequence),
  action,
  subject,
})

describe('a timeline', () => {
  test('tells saved answers that follow each other as one item, by assessment', () => {
    const { items, before } = timelineOf(
      [
        entry(9, 'reports.sign', reportId),
        entry(8, 'answer.clear', `${assessmentId}/AD-02`),
        entry(7, 'answer.save', `${assessmentId}/AD-02`),
        entry(6, 'answer.save', `${assessmentId}/AD-01`),
        entry(4, 'answer.save', `${otherId}/AD-01`),
        entry(2, 'assessments.start', assessmentId),
        entry(1, 'thirdParties.add', partyId),
      ],
      names,
      false,
    )
    expect(before).toBe(null)
    expect(
      items.map(({ sequence, action, entryCount, questionCount, about }) => [sequence, action, entryCount, questionCount, about]),
    ).toEqual([
      [9, 'reports.sign', 1, 0, 'Kestrel.pdf'],
      [8, 'answer.save', 3, 2, ''],
      [4, 'answer.save', 1, 1, ''],
      [2, 'assessments.start', 1, 0, ''],
      [1, 'thirdParties.add', 1, 0, ''],
    ])
    expect(items.map(({ assessment }) => assessment?.id ?? null)).toEqual([assessmentId, assessmentId, otherId, assessmentId, null])
    expect(items[1]).toMatchObject({ at: at(8), firstAt: at(6), isClockBehind: false })
  })

  test('keeps the order of the history when the clock was set back, and says so', () => {
    const { items } = timelineOf(
      [{ ...entry(3, 'decision.save', assessmentId), at: at(1) }, entry(2, 'assessments.start', assessmentId)],
      names,
      false,
    )
    expect(items.map(({ sequence, isClockBehind }) => [sequence, isClockBehind])).toEqual([
      [3, true],
      [2, false],
    ])
  })

  test('tells each kind of change to many at once by itself, with what it names', () => {
    const [tagging, ending] = ['00000000-0000-4000-8000-0000000000e1', '00000000-0000-4000-8000-0000000000e2']
    const files = new Map([
      [tagging, { name: 'Critical path', assessmentId: null }],
      [ending, { name: 'supplier', assessmentId: null }],
    ])
    const { items } = timelineOf(
      [entry(2, 'thirdParties.changeMany', `${ending}/remove-relationship`), entry(1, 'thirdParties.changeMany', `${tagging}/add-tag`)],
      { ...names, files },
      false,
    )
    expect(items.map(({ action, about, entryCount }) => [action, about, entryCount])).toEqual([
      ['thirdParties.changeMany/remove-relationship', 'supplier', 1],
      ['thirdParties.changeMany/add-tag', 'Critical path', 1],
    ])
  })

  test('is empty for a party without history', () => {
    expect(timelineOf([], names, false)).toEqual({ items: [], before: null })
  })

  test('tells every entry once, whatever the length of a page', () => {
    const actions = fc.constantFrom('answer.save', 'answer.clear', 'decision.save', 'assessments.start')
    const drawn = fc.array(fc.tuple(actions, fc.constantFrom(assessmentId, otherId)), { maxLength: 60 })
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 12 }), (steps, pageLength) => {
        const all = steps
          .map(([action, id], index) => entry(index + 1, action, action.startsWith('answer') ? `${id}/AD-01` : id))
          .toReversed()
        let told = 0
        let before: number | null = Number.MAX_SAFE_INTEGER
        let last = Number.MAX_SAFE_INTEGER
        while (before !== null) {
          const from: number = before
          const rest = all.filter(({ sequence }) => sequence < from)
          const page = timelineOf(rest.slice(0, pageLength), names, rest.length > pageLength)
          for (const { sequence, entryCount } of page.items) {
            expect(sequence).toBeLessThan(last)
            last = sequence
            told += entryCount
          }
          before = page.before
        }
        expect(told).toBe(all.length)
      }),
    )
  })
})
