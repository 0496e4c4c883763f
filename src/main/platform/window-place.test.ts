// The window comes back where it stood, and never where nobody can reach it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '#test/support/vault-place.ts'
import { placeOnDisplays, readWindowPlace, smallest, writeWindowPlace } from './window-place.ts'

const laptop = { x: 0, y: 25, width: 1_440, height: 875 }
const beside = { x: 1_440, y: 0, width: 2_560, height: 1_440 }
const at = (x: number, y: number, [width, height]: readonly [number, number] = [1_000, 700]) => ({
  bounds: { x, y, width, height },
  isMaximized: false,
})

describe('the place of a new window', () => {
  test('is the usual size, placed by the system, at the first start', () => {
    expect(placeOnDisplays(null, [laptop])).toEqual({ width: 1_280, height: 800 })
    expect(placeOnDisplays(at(10, 40), [])).toEqual({ width: 1_280, height: 800 })
  })
  test('is where it stood, on whichever display', () => {
    expect(placeOnDisplays(at(100, 60), [laptop, beside])).toEqual(at(100, 60).bounds)
    expect(placeOnDisplays(at(1_800, 60), [laptop, beside])).toEqual(at(1_800, 60).bounds)
  })
  test('is the middle of the display that is left when its own is gone', () => {
    expect(placeOnDisplays(at(1_800, 60), [laptop])).toEqual({ x: 220, y: 112, width: 1_000, height: 700 })
  })
  test('is no larger than a display that has shrunk, and no smaller than the window can be', () => {
    expect(placeOnDisplays(at(0, 25, [2_000, 1_200]), [laptop])).toEqual({ x: 0, y: 25, width: 1_440, height: 875 })
    expect(placeOnDisplays(at(9_000, 0, [10, 10]), [laptop])).toMatchObject(smallest)
  })
  test('that was far wider than the display is not cut down to the part that nobody sees', () => {
    expect(placeOnDisplays(at(-7_000, 25, [8_000, 700]), [laptop])).toEqual({ x: 0, y: 112, width: 1_440, height: 700 })
  })
  test('can be taken hold of on some display, wherever it was', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 })
    const size = fc.integer({ min: 1, max: 8_000 })
    fc.assert(
      fc.property(number, number, fc.tuple(size, size), (x, y, extent) => {
        const placed = placeOnDisplays(at(x, y, extent), [laptop, beside])
        const { x: left = 0, y: top = 0 } = placed
        const reachable = [laptop, beside].some(
          (area) =>
            left + placed.width >= area.x + 160 && left + 160 <= area.x + area.width && top >= area.y && top + 80 <= area.y + area.height,
        )
        expect(reachable).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the memory of the window', () => {
  test('is read as it was written', () => {
    const path = join(temporaryFolder(), 'app', 'window.json')
    const place = { ...at(-30, 40), isMaximized: true }
    writeWindowPlace(path, place)
    expect(readWindowPlace(path)).toEqual(place)
  })
  test.each([
    '',
    '{}',
    '{"format":"gatehouse.window","formatVersion":1,"place":{"bounds":{"x":0,"y":0,"width":0,"height":5},"isMaximized":true}}',
  ])('that holds %j is none', (text) => {
    const path = join(temporaryFolder(), 'window.json')
    writeFileSync(path, text)
    expect(readWindowPlace(path)).toBeNull()
  })
})
