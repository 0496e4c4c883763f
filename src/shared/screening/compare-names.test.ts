// Comparing names: what pairs, what it costs, and how that fares on labelled pairs of company names.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { tables } from '#test/generators/screening.ts'
import { compareNames } from './compare-names.ts'
import { editsBetween } from './edits.ts'
import { readNameTables } from './name-tables.ts'
import { takeApart } from './name.ts'
import { thresholdMille } from './screen.ts'

function compare(asked: string, listed: string) {
  return compareNames(takeApart(asked, tables), takeApart(listed, tables))
}

/** The parts as `kind asked=listed`, then the deductions. */
function explained(asked: string, listed: string): string[] {
  const { parts, deductions } = compare(asked, listed)
  return [...parts.map((part) => `${part.kind} ${part.asked}=${part.listed}`), ...deductions.map((one) => one.code)]
}

describe('a name', () => {
  test.each([
    ['Müller & Söhne GmbH', 'muller and sohne', ['gmbh']],
    ['O’BRIEN’S U.S.A. Ltd.', 'obriens usa', ['ltd']],
    ['Лукойл', 'lukoyl', []],
    ['Ελλάς', 'ellas', []],
    ['ACME LIMITED LIABILITY COMPANY', 'acme', ['limited liability company']],
    ['LLC', 'llc', []],
    ['Donetsk People?s Bank', 'donetsk peoples bank', []],
    ['１２ Ｓｔｅｐｓ', '12 steps', []],
    ['***', '', []],
    ['शिक्षा', 'शिक्षा', []],
  ])('%s has the key "%s"', (raw, key, legalForms) => {
    const { key: found, legalForms: forms } = takeApart(raw, tables)
    expect(found).toBe(key)
    expect(forms).toEqual(legalForms)
  })

  test('is taken apart the same without any table', () => {
    const none = readNameTables({ source: '', legalForms: [{ kind: '', spellings: ['...', 'AG'] }], words: [['two words', '...']] })
    expect(takeApart('Acme AG', none)).toMatchObject({ key: 'acme', legalForms: ['ag'] })
    expect(none.words.size).toBe(0)
    expect(takeApart('Acme AG', readNameTables({ source: '', legalForms: [], words: [] })).key).toBe('acme ag')
  })
})

describe('two names', () => {
  test.each<[[string, string], number, string[]]>([
    [['Orient Optics', 'ORIENT OPTICS'], 1_000, ['same orient=orient', 'same optics=optics']],
    [['Orient Optics GmbH', 'Orient Optics S.p.A.'], 920, ['same orient=orient', 'same optics=optics', 'other-legal-form']],
    [['Orient Banco', 'Orient Bank'], 968, ['same orient=orient', 'synonym banco=bank']],
    [['Gazprom Neft', 'Gazpromneft'], 950, ['joined gazprom neft=gazpromneft']],
    [['Gazpromneft', 'Gazprom Neft'], 950, ['joined gazpromneft=gazprom neft']],
    [['Optics Orient', 'Orient Optics'], 920, ['same optics=optics', 'same orient=orient', 'other-order']],
    [['Optics Orient', 'Orient, Optics'], 1_000, ['same optics=optics', 'same orient=orient']],
    [['Falcon Fund 5', 'Falcon Fund 8'], 322, ['same falcon=falcon', 'same fund=fund', 'left-over 5=', 'left-over =8', 'other-number']],
    [['J Falcon', 'Joyride Falcon'], 825, ['same falcon=falcon', 'initial j=joyride']],
    [['Falcon', 'Falkon'], 763, ['similar falcon=falkon']],
    [['PTC Inc.', 'PTC'], 850, ['same ptc=ptc', 'short-name']],
    [['General Bank', 'General Trading'], 347, ['same general=general', 'left-over bank=', 'left-over =trading', 'everyday-words']],
    [['镜头', '镜子'], 0, ['left-over 镜头=', 'left-over =镜子', 'short-name', 'everyday-words']],
  ])('%j score %i', ([asked, listed], scoreMille, parts) => {
    expect(explained(asked, listed)).toEqual(parts)
    expect(compare(asked, listed).scoreMille).toBe(scoreMille)
  })

  test('do not pair numbers or other scripts by likeness', () => {
    expect(explained('Falcon 1234567', 'Falcon 1234568')).toContain('left-over 1234567=')
    expect(explained('Лукойл 镜头镜头', 'Lukoyl 镜头镜子')).toContain('left-over 镜头镜头=')
  })

  test('count a word that is missing on the list less than one that is missing in the party’s name', () => {
    expect(compare('Orient', 'Orient Optics').scoreMille).toBeGreaterThan(compare('Orient Optics', 'Orient').scoreMille)
  })
})

test.each<[[string, string], number, number]>([
  [['falcon', 'falcon'], 2, 0],
  [['falcon', 'faclon'], 2, 1],
  [['falcon', 'falkan'], 2, 2],
  [['falcon', 'falcons'], 2, 1],
  [['falcon', 'orient'], 2, 3],
  [['ab', 'abcde'], 2, 3],
  [['', 'ab'], 2, 2],
  [['abcd', 'badc'], 1, 2],
])('%j are, with a limit of %i, %i edits apart', ([left, right], limit, edits) => {
  expect(editsBetween(left, right, limit)).toBe(edits)
})

test('labelled pairs of company names are told apart at least as well as when this was written', () => {
  const Case = z.object({ name1: z.string(), name2: z.string(), is_match: z.enum(['true', 'false']).transform((text) => text === 'true') })
  const text = readFileSync(new URL('../../../test/fixtures/screening/name-cases.csv', import.meta.url), 'utf8')
  const pairs = z.array(Case).parse(parse(text, { columns: true }))
  const found = pairs.filter((pair) => compare(pair.name1, pair.name2).scoreMille >= thresholdMille)
  const right = found.filter((pair) => pair.is_match).length
  const precision = right / found.length
  const recall = right / pairs.filter((pair) => pair.is_match).length
  expect(pairs).toHaveLength(128)
  expect(precision).toBeGreaterThanOrEqual(0.89)
  expect(recall).toBeGreaterThanOrEqual(0.79)
})
