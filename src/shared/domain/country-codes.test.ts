import { expect, test } from 'vitest'
import { countryCodes } from './country-codes.ts'

test('there are 249 codes of two capital letters, each once, and none that ISO only reserves', () => {
  expect(countryCodes).toHaveLength(249)
  expect(new Set(countryCodes).size).toBe(249)
  expect(countryCodes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true)
  for (const reserved of ['EU', 'UK', 'XK', 'SU']) expect(countryCodes).not.toContain(reserved)
})
