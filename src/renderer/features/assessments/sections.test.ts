import { describe, expect, test } from 'vitest'
import { nearestShown, orderOf, sectionsOf, startSection, stepsOf } from './sections.ts'
import { testPack } from './test-pack.ts'

const all = testPack.questions.map((question) => question.id)
const id = (text: string) => {
  const found = all.find((one) => one === text)
  if (found === undefined) throw new Error(`The test pack has no ${text}`)
  return found
}
const without = (...hidden: string[]) => all.filter((one) => !hidden.includes(one))

describe('the sections of a questionnaire', () => {
  test('stand in the order of the steps, not of the file', () => {
    expect(sectionsOf(testPack, all).map((section) => section.domain.id)).toEqual(['PR', 'CJ', 'AD'])
    expect(orderOf(testPack)).toEqual(['PR-03', 'PR-07', 'CJ-05', 'AD-01', 'AD-02'])
  })
  test('leave out a domain that shows nothing', () => {
    const sections = sectionsOf(testPack, without('CJ-05'))
    expect(sections.map((section) => section.domain.id)).toEqual(['PR', 'AD'])
    expect(stepsOf(sections).map((step) => step.step)).toEqual([0, 2])
  })
})

describe('where one starts', () => {
  const sections = sectionsOf(testPack, all)
  test('at the question that was asked for', () => {
    expect(startSection(sections, id('AD-01'), () => false)).toBe('AD')
  })
  test('else at the first section with something blank', () => {
    expect(startSection(sections, undefined, (one) => one.startsWith('PR'))).toBe('CJ')
  })
  test('else at the first section', () => {
    expect(startSection(sections, undefined, () => true)).toBe('PR')
    expect(startSection([], undefined, () => true)).toBeNull()
  })
})

describe('when the current question disappears', () => {
  test('the next shown one after it takes its place', () => {
    expect(nearestShown(id('CJ-05'), orderOf(testPack), without('CJ-05'))).toBe('AD-01')
  })
  test('the last shown one, when nothing comes after it', () => {
    expect(nearestShown(id('AD-02'), orderOf(testPack), [id('PR-03'), id('AD-01')])).toBe('AD-01')
  })
  test('nothing, when nothing is shown', () => {
    expect(nearestShown(id('AD-02'), orderOf(testPack), [])).toBeNull()
  })
})
