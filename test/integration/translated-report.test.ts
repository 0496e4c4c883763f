// Reports in made-up languages: words a third longer, and words from right to left. A translation of a report is files of words, and its pages hold them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Pack } from '#shared/domain/pack.ts'
import { plainLook } from '#shared/domain/report-look.ts'
import { redact } from '#shared/exchange/redact.ts'
import { loadFormatWords } from '#main/report/formats/format-words.ts'
import { redactedModel } from '#main/report/formats/redacted-model.ts'
import { printableLanguages, reportLanguageFor } from '#main/report/languages.ts'
import { buildReportModel } from '#main/report/model.ts'
import { buildPortfolioModel } from '#main/report/model/portfolio/build.ts'
import { buildProgrammeModel } from '#main/report/model/programme/build.ts'
import { createReportCompiler, type ReportCompiler } from '#main/report/report-compiler.ts'
import { renderPages, type ReportPages } from '#main/report/render.ts'
import { checkPackFile } from '#main/packs/check-pack-file.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { type MadeUpLanguage, pseudoOverlay } from '../generators/pseudo-pack.ts'
import { reportLanguage, translatedResources } from '../generators/pseudo-report.ts'
import { portfolioCase } from '../golden/portfolio-case.ts'
import { programmeCase } from '../golden/programme-case.ts'
import { reportCase, resourcesDirectory, shippedPack } from '../golden/report-case.ts'
import { startEngine, startWithVault } from '../support/engine-session.ts'
import { steppingClock } from '../support/vault-place.ts'
import { type PageOfWords, placedWords } from '../support/page-words.ts'

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-translated-'))
  folders.push(folder)
  return folder
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function translatedPack(language: MadeUpLanguage): Pack {
  const path = join(newFolder(), 'translation.json')
  writeFileSync(path, JSON.stringify(pseudoOverlay(shippedPack(), language)))
  const reading = checkPackFile(path, createPackLibrary(resourcesDirectory))
  if (!reading.ok || reading.checked.loaded === null) throw new Error('The translation made no pack.')
  return reading.checked.loaded.pack
}

const chosen = { look: plainLook, logo: null }
const languages = ['en-XA', 'he'] as const
const mmPt = 72 / 25.4

interface Translated {
  readonly language: MadeUpLanguage
  readonly resources: string
  readonly pack: Pack
  readonly compiler: ReportCompiler
}

function translatedInto(language: MadeUpLanguage): Translated {
  const resources = translatedResources(newFolder(), resourcesDirectory, language)
  return { language, resources, pack: translatedPack(language), compiler: createReportCompiler(resources, reportLanguage[language]) }
}

const kinds: Readonly<Record<string, (translated: Translated) => ReportPages>> = {
  assessment: ({ pack, compiler }) => {
    const document = reportCase(pack, 'supplier')
    const model = buildReportModel(document, pack, { ...compiler, chosen })
    return { template: 'assessment', model, attachment: { name: 'assessment.json', content: document } }
  },
  portfolio: ({ compiler }) => {
    const document = portfolioCase(30)
    return {
      template: 'portfolio',
      model: buildPortfolioModel(document, { words: compiler.words, chosen }),
      attachment: { name: 'portfolio.json', content: document },
    }
  },
  programme: ({ pack, compiler }) => {
    const document = programmeCase(pack, 'mixed')
    const model = buildProgrammeModel(document, pack, { ...compiler, chosen })
    return { template: 'programme', model, attachment: { name: 'programme.json', content: document } }
  },
  redacted: ({ pack, compiler, resources, language }) => {
    const content = redact(reportCase(pack, 'supplier'), pack).document
    const { look } = buildReportModel(reportCase(pack, 'supplier'), pack, { ...compiler, chosen })
    const formats = loadFormatWords(resources, reportLanguage[language])
    return {
      template: 'redacted',
      model: redactedModel(content, pack, { words: compiler.words, formats, look }),
      attachment: { name: 'assessment-redacted.json', content },
    }
  },
}

/** Words outside the text block. */
function outside({ number, words, widthPt, heightPt }: PageOfWords): string[] {
  // A full stop may hang a little over the edge.
  const [left, right, foot] = [23 * mmPt - 3, widthPt - 21 * mmPt + 3, heightPt - 11 * mmPt]
  return words
    .filter((word) => word.left < left || word.right > right || word.top < 0 || word.bottom > foot)
    .map(({ text }) => `${number}: ${text}`)
}

/** What stays in Latin letters in every language: names of formats, and of the program. */
const names = new Set(['Gatehouse', 'SHA-256', 'PDF', 'PAdES', 'Ed25519', 'GH1'])

/** Words in Latin letters that are neither data, nor titles of sources and lists, nor codes: words that no catalogue gave. */
function englishLeft(pdf: Uint8Array, { attachment, model }: ReportPages, { pack, compiler }: Translated): string[] {
  const text = inFolder((place) => runTool('pdftotext', ['-enc', 'UTF-8', place('report.pdf', pdf), '-']).text)
  const codeLines = compiler.method.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'code' ? block.lines : [])))
  const data = JSON.stringify([attachment.content, pack, codeLines, [...compiler.listTitles], compiler.countryLists, model.look])
  const known = new Set(data.match(/[A-Za-z]{4,}/g))
  const found = (text.match(/[A-Za-z]{4,}/g) ?? []).filter((word) => !known.has(word) && !names.has(word) && !/^[a-f]+$/.test(word))
  return [...new Set(found)]
}

describe.each(languages)('in %s', (language) => {
  const translated = translatedInto(language)

  test.each(Object.keys(kinds))('the %s passes PDF/UA, names its language and keeps to its margins', (kind) => {
    const pages = kinds[kind]?.(translated)
    if (pages === undefined) throw new Error(kind)
    const { pdf, passesPdfUa, warnings } = renderPages(pages, translated.compiler)
    expect(passesPdfUa).toBe(true)
    expect(warnings.filter((warning) => !warning.startsWith('No bundled font'))).toEqual([])
    expect(Buffer.from(pdf).toString('latin1')).toContain(`/Lang (${reportLanguage[language]})`)
    expect(placedWords(pdf).flatMap(outside)).toEqual([])
    if (language === 'he') expect(englishLeft(pdf, pages, translated)).toEqual([])
  })
})

describe('the language of a report', () => {
  test('is that of the interface where its words are there, and English otherwise', () => {
    const resources = translatedResources(newFolder(), resourcesDirectory, 'he')
    expect(printableLanguages(resources)).toEqual(['en', 'he'])
    expect(['he', 'he-IL', 'en', 'en-XA', 'ar-XB', 'de'].map((wanted) => reportLanguageFor(resources, wanted))).toEqual([
      'he',
      'he',
      'en',
      'en',
      'en',
      'en',
    ])
    expect(printableLanguages(resourcesDirectory)).toEqual(['en'])
  })

  test('decides what a report is printed from, and a translation without a text has it in English', () => {
    const resources = translatedResources(newFolder(), resourcesDirectory, 'he')
    const [english, hebrew] = [createReportCompiler(resources), createReportCompiler(resources, 'he')]
    expect(hebrew.kitSha256).not.toBe(english.kitSha256)
    expect(hebrew.words.language).toBe('he')
    rmSync(join(resources, 'report', 'method.he.json'))
    expect(createReportCompiler(resources, 'he').method).toEqual(english.method)
  })

  test('is printed and signed in the language of the interface, and printed again alike whoever checks it', async () => {
    const resources = translatedResources(newFolder(), resourcesDirectory, 'he')
    const session = await startWithVault(steppingClock(), { resourcesDirectory: resources, language: 'he' })
    await session.do('organization.save', { name: 'Brightwell Diagnostics, Inc.', country: 'US', activity: '', contact: '' })
    const { signer } = await session.do('signers.create', { name: 'Rosa Lindqvist', role: 'Security officer' })
    const { report } = await session.do('reports.signOverview', { kind: 'portfolio', signerId: signer.id })
    const path = join(newFolder(), 'report.pdf')
    await session.do('reports.saveCopy', { reportId: report.id, handle: session.grant(path) })
    await session.engine.close()
    expect(readFileSync(path).toString('latin1')).toContain('/Lang (he)')
    // Whoever checks it may read the interface in English.
    const reader = startEngine(steppingClock(), { resourcesDirectory: resources })
    const { verdict } = await reader.do('verify.file', { handle: reader.grant(path) })
    expect(verdict).toMatchObject({ integrity: { state: 'intact' }, pages: { state: 'same', reasons: [] } })
    await reader.engine.close()
  })

  test('is found out where an English word is left in a translation', () => {
    const spoilt = translatedInto('he')
    const words = { ...spoilt.compiler.words, disclaimer: ['Everybody understands these.'] }
    const given = { ...spoilt, compiler: { ...spoilt.compiler, words } }
    const pages = kinds['programme']?.(given)
    if (pages === undefined) throw new Error('There is no such report.')
    expect(englishLeft(renderPages(pages, given.compiler).pdf, pages, given)).toContain('Everybody')
  })
})
