// Keeps the page of journeys true: each of the nine has tests, and each test it names is there.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const page = readFileSync(resolve(root, 'docs/journeys.md'), 'utf8')

interface Row {
  readonly journey: number
  readonly spec: string
  readonly title: string
}

function rowsOf(text: string): Row[] {
  return [...text.matchAll(/^\| (\d)\. [^|]+\| `([^`]+)` +\| (.+?) +\|$/gm)].map(([, journey = '', spec = '', title = '']) => ({
    journey: Number(journey),
    spec,
    title,
  }))
}

/** Rows whose spec is gone or holds no test of that title. */
function untrueRows(rows: readonly Row[]): Row[] {
  return rows.filter(({ spec, title }) => {
    const path = resolve(root, 'test/e2e', spec)
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(`test('${title}'`)
  })
}

describe('the page of journeys', () => {
  test('has tests for each of the nine', () => {
    expect([...new Set(rowsOf(page).map(({ journey }) => journey))].toSorted((one, other) => one - other)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ])
    expect(rowsOf(page)).toHaveLength(page.split('\n').filter((line) => /^\| \d/.test(line)).length)
  })

  test('names only tests that are there', () => {
    expect(untrueRows(rowsOf(page))).toEqual([])
  })

  test('would be found out if it named another', () => {
    const planted = '| 1. Open or make a vault | `thread.spec.ts` | nobody ever wrote this one |'
    expect(untrueRows(rowsOf(planted))).toEqual([{ journey: 1, spec: 'thread.spec.ts', title: 'nobody ever wrote this one' }])
  })
})
