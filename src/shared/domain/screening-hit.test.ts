import { expect, test } from 'vitest'
import { wasCompared } from './screening-hit.ts'

test.each([
  ['with people', { withPeople: true }, [true, true]],
  ['with organizations only', { withPeople: false }, [false, true]],
  ['before that was noted', {}, [false, true]],
])('a name that was compared %s counts for a person, and for an organization', (_, noted, counts) => {
  const result = { names: [{ name: 'Zyx1 Qwort', role: 'owner' as const, ...noted }] }
  const compared = [true, false].map((mayBePerson) => wasCompared(result, { name: 'Zyx1 Qwort', mayBePerson }))
  expect(compared).toEqual(counts)
  expect(wasCompared(result, { name: 'Zyx2 Qwort', mayBePerson: false })).toBe(false)
})
