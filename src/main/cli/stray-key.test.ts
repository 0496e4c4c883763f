// What JSON.parse would drop is found, wherever it stands and however it is written; nothing else is.
import { describe, expect, test } from 'vitest'
import { findStrayKey } from './stray-key.ts'

describe('a stray key', () => {
  test.each([
    ['an object', '{"a":1,"b":2,"a":3}', 'a'],
    ['an object in an object', '{"answers": {"AD-01": {"answer": "yes"}, "AD-01" : {"answer": "no"}}}', 'answers.AD-01'],
    ['an object in a list', '{"jewels":[{"key":"a"},{"key":"b","key":"c"}]}', 'jewels.key'],
    ['an object, once with an escape', '{"AD-01":1,"\\u0041D-01":2}', 'AD-01'],
  ])('is found where it stands twice in %s', (_, json, path) => {
    expect(findStrayKey(json)).toEqual({ path, isRepeated: true })
  })

  test('is found where an answer is filed under __proto__', () => {
    expect(findStrayKey('{"answers":{"AD-01":{},"__proto__":{"answer":"yes"}}}')).toEqual({ path: 'answers.__proto__', isRepeated: false })
  })

  test.each([
    '{"a":{"key":1},"b":{"key":1},"key":{"a":[{"a":1},{"a":1}]}}',
    '{"a":"a","b":"\\"a\\": {","c":["a","a","c"],"d":"\\\\"}',
    '{"note":"__proto__"}',
    '"text"',
    '12',
    '[]',
  ])('is not seen in %s', (json) => {
    expect(JSON.parse(json)).toBeDefined()
    expect(findStrayKey(json)).toBeNull()
  })

  test('is looked for in time that grows with the text', () => {
    const startedAt = performance.now()
    findStrayKey(`{"a":"${'\\"'.repeat(4_000_000)}","b":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
