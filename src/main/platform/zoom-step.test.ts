// Zooming goes through the sizes that can be chosen and stops at either end.
import { expect, test } from 'vitest'
import { zoomPercents } from '#shared/contract/settings.ts'
import { stepZoom } from './zoom-step.ts'

test('steps lead to the neighbours, and the ends stay where they are', () => {
  expect(stepZoom(100, 'in')).toBe(110)
  expect(stepZoom(100, 'out')).toBe(90)
  expect(stepZoom(200, 'in')).toBe(200)
  expect(stepZoom(50, 'out')).toBe(50)
})

test('the usual size is one step from everywhere', () => {
  for (const percent of zoomPercents) expect(stepZoom(percent, 'reset')).toBe(100)
})
