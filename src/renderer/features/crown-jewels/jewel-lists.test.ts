// A review is due by the calendar on the wall, not by the one in Greenwich.
import { expect, onTestFinished, test } from 'vitest'
import { isReviewDue } from './jewel-lists.ts'

test.each([
  ['Pacific/Kiritimati', '2026-11-21T11:00:00.000Z'],
  ['America/Los_Angeles', '2026-11-23T07:00:00.000Z'],
])('in %s a review is due on its day and after it, not the evening before', (zone, now) => {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  onTestFinished(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })
  const isDue = (reviewOn: string) => isReviewDue(reviewOn, new Date(now))
  expect(['2026-11-21', '2026-11-22', '2026-11-23'].map(isDue)).toEqual([true, true, false])
})
