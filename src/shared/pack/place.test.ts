// Places in a pack can be read by a person, and lead back into the file.
import { describe, expect, test } from 'vitest'
import { keysTo, readablePath } from './place.ts'

const file = {
  title: 'A',
  questions: [
    { id: 'AD-01', flags: [{ level: 'high' }] },
    { id: 'AD-02', answer: { options: [{ id: 'one' }, { id: 'two' }] } },
    { id: 7 },
    { id: 'AD-01' },
  ],
  change: { questions: { 'AD-02': { text: 'B' } } },
}

describe('a readable path', () => {
  test.each([
    [[], 'the file'],
    [['title'], 'title'],
    [['questions', 0, 'flags', 0, 'level'], 'questions.AD-01.flags[0].level'],
    [['questions', 1, 'answer', 'options', 1], 'questions.AD-02.answer.options.two'],
    [['questions', 2, 'id'], 'questions[2].id'],
    [['questions', 9], 'questions[9]'],
    [['change', 'questions', 'AD-02'], 'change.questions.AD-02'],
  ])('of %j is %s', (path, expected) => {
    expect(readablePath(file, path)).toBe(expected)
  })
})

describe('the keys to', () => {
  test.each([
    ['the file', []],
    ['title', ['title']],
    ['questions.AD-02.answer.options.two', ['questions', 1, 'answer', 'options', 1]],
    ['questions[2].id', ['questions', 2, 'id']],
    ['change.questions.AD-02.text', ['change', 'questions', 'AD-02', 'text']],
    ['title.length', ['title']],
  ])('%s are %j', (path, keys) => {
    expect(keysTo(file, path)).toEqual(keys)
  })

  test('an id used twice lead to the second', () => {
    expect(keysTo(file, 'questions.AD-01')).toEqual(['questions', 3])
  })

  test('a place that the file does not have lead as far as it goes', () => {
    expect(keysTo(file, 'questions.AD-02.text')).toEqual(['questions', 1])
    expect(keysTo(file, 'questions.ZZ-99.text')).toEqual(['questions'])
    expect(keysTo(file, 'questions[99]')).toEqual(['questions'])
    expect(keysTo(null, 'title')).toEqual([])
    expect(keysTo(file, 'constructor')).toEqual([])
  })
})
