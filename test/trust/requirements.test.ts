// The list of promises is whole: every id is there, and every test it names exists under that very title.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { faultRequirements } from './fault-promises.ts'
import type { Requirement } from './requirement.ts'
import { requirements } from './requirements.ts'
import { securityRequirements } from './security-promises.ts'
import { readTrustRecord, securityPage } from './support/trust-table.ts'

const root = resolve(import.meta.dirname, '../..')
const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => letter + String(index + 1).padStart(2, '0'))

/** The titles of the tests in a file, as they are written in it. */
function titlesIn(source: string): Set<string> {
  // A title is the first argument of test(…), or of the call that test.each(…) gives.
  const calls = source.matchAll(/(?:\btest|\))\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1\s*,/g)
  return new Set([...calls].map((match) => String(match[2])))
}

/** What is wrong with a list of promises. */
function gapsIn(list: readonly Requirement[]): string[] {
  return list.flatMap(({ id, promise, proofs, notHere = '' }) => {
    const missing = proofs.filter(({ file, title }) => {
      const path = resolve(root, file)
      return !existsSync(path) || !titlesIn(readFileSync(path, 'utf8')).has(title)
    })
    return [
      ...missing.map(({ file, title }) => `${id} names a test that is not there: ${file} › ${title}`),
      ...(proofs.length === 0 && notHere.length < 40 ? [`${id} has neither a test nor a reason`] : []),
      ...(promise.endsWith('.') ? [] : [`${id} is no sentence`]),
    ]
  })
}

test('every requirement is listed once, in order', () => {
  expect(securityRequirements.map(({ id }) => id)).toEqual(numbered('S', 32))
  expect(faultRequirements.map(({ id }) => id)).toEqual(numbered('F', 20))
})

test('every test that a promise names exists, and what is not tested has a reason', () => {
  expect(gapsIn(requirements)).toEqual([])
})

test('a promise with a test of another title, in another file, or without both test and reason is found', () => {
  const first = requirements.find(({ proofs }) => proofs.length > 0)
  const [named] = first?.proofs ?? []
  if (!first || !named) throw new Error('expected a promise with a test')
  expect(gapsIn([first])).toEqual([])
  expect(gapsIn([{ ...first, proofs: [{ ...named, title: `${named.title}, mostly` }] }])).toHaveLength(1)
  expect(gapsIn([{ ...first, proofs: [{ ...named, file: 'test/e2e/nothing.spec.ts' }] }])).toHaveLength(1)
  expect(gapsIn([{ id: 'S99', promise: 'Nothing is proved.', proofs: [] }])).toHaveLength(1)
})

test('the page about security prints this list with the figures of the last long run; otherwise run node scripts/generate-trust-table.ts', () => {
  const page = readFileSync(resolve(root, 'docs/security.md'), 'utf8')
  expect(securityPage(page, requirements, readTrustRecord(root))).toBe(page)
})
