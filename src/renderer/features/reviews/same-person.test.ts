// Whether a reviewer bears the name of whoever decides.
import { expect, test } from 'vitest'
import { isSamePerson } from './same-person.ts'

test.each([
  ['Dana Whitfield', 'Dana Whitfield, Chief Operating Officer'],
  ['dana  whitfield ', 'Dana Whitfield (COO)'],
  ['José Núñez', 'Jose Nunez'],
])('%s is %s', (one, other) => {
  expect(isSamePerson(one, other)).toBe(true)
})

test.each([
  ['', ''],
  ['Dana Whitfield', 'Dan Whitfield'],
  ['Dana', ''],
  [' , COO', ', COO'],
])('“%s” is not “%s”', (one, other) => {
  expect(isSamePerson(one, other)).toBe(false)
})
