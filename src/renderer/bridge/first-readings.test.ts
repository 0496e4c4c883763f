// A part of the page is shown when nothing in it is being read for the first time any more.
import { expect, test, vi } from 'vitest'
import { countReadings } from './first-readings.ts'

const turn = () => new Promise((resolve) => setTimeout(resolve))

test('readings are over before the first, and not while there is one', () => {
  const areOver = vi.fn()
  const readings = countReadings(areOver)
  readings.tell()
  readings.begin()
  readings.tell()
  expect(areOver.mock.calls).toEqual([[true], [false]])
})

test('they are over when the last has ended, in whatever order', async () => {
  const areOver = vi.fn()
  const readings = countReadings(areOver)
  const [endFirst, endSecond] = [readings.begin(), readings.begin()]
  endSecond()
  await turn()
  expect(areOver).not.toHaveBeenCalled()
  endFirst()
  await turn()
  expect(areOver.mock.calls).toEqual([[true]])
})

test('an answer that leads to another reading in the same turn does not end them', async () => {
  const areOver = vi.fn()
  const readings = countReadings(areOver)
  const endFirst = readings.begin()
  endFirst()
  const endNext = readings.begin()
  await turn()
  expect(areOver).not.toHaveBeenCalled()
  endNext()
  await turn()
  expect(areOver.mock.calls).toEqual([[true]])
})
