// The method that a report prints is the page's own text, and its annex alone is enough to reach the printed tier.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import { tierRank, type Tier } from '#shared/domain/tier.ts'
import { buildReportModel } from '#main/report/model.ts'
import type { ReportModel } from '#main/report/report-model.ts'
import { renderReport } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { methodAnnexOf } from '../../scripts/method-annex.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { frozenPack, reportCase, resourcesDirectory, shippedPack } from '../golden/report-case.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const page = read('docs/method.md')
const compiler = createReportCompiler(resourcesDirectory)

describe('the text of the annex', () => {
  test('is what docs/method.md marks for it; if not, run node scripts/make-method-annex.ts', () => {
    expect(methodAnnexOf(page)).toEqual(JSON.parse(read('resources/report/method.en.json')))
  })

  test('follows a change of the page', () => {
    const changed = page.replace('Compared as fractions', 'Compared as whole numbers')
    expect(changed).not.toBe(page)
    expect(methodAnnexOf(changed)).not.toEqual(methodAnnexOf(page))
  })

  test('takes what is marked and nothing else, with bold, slanted and fixed-width words apart', () => {
    const marked =
      '# A page\n\nNot this.\n\n## 1. First\n\n<!-- annex -->\n\nOne **two** *three* `four`.\n\n- a\n  b\n- c\n\n1. d\n\n    v = 0\n\n<!-- table: bands -->\n\n| x |\n|---|\n\nEnd.\n\n<!-- /annex -->\n\nNor this.\n\n## Second\n\n<!-- annex -->\n\nLast.\n'
    const plain = (text: string) => ({ text, style: 'plain' })
    expect(methodAnnexOf(marked).sections).toEqual([
      {
        number: '1',
        title: 'First',
        blocks: [
          {
            kind: 'paragraph',
            spans: [
              plain('One '),
              { text: 'two', style: 'strong' },
              plain(' '),
              { text: 'three', style: 'emphasis' },
              plain(' '),
              { text: 'four', style: 'code' },
              plain('.'),
            ],
          },
          { kind: 'list', isOrdered: false, items: [[plain('a b')], [plain('c')]] },
          { kind: 'list', isOrdered: true, items: [[plain('d')]] },
          { kind: 'code', lines: ['v = 0'] },
          { kind: 'figure', name: 'bands' },
          { kind: 'paragraph', spans: [plain('End.')] },
        ],
      },
      { number: '', title: 'Second', blocks: [{ kind: 'paragraph', spans: [plain('Last.')] }] },
    ])
  })

  test.each(['### Deeper', '> quoted', '```\ncode\n```', '| a | table |', '<b>tag</b>', '<!-- table: unheard -->'])(
    'refuses %s',
    (shape) => {
      expect(() => methodAnnexOf(`## 1. First\n\n<!-- annex -->\n\n${shape}\n`)).toThrow()
    },
  )

  test('stands in the report word for word', () => {
    const document = reportCase(frozenPack(), 'supplier')
    const { pdf } = renderReport(buildReportModel(document, frozenPack(), compiler), document, { compiler })
    const text = inFolder((place) => {
      const out = place('report.txt')
      expect(runTool('pdftotext', ['-raw', '-enc', 'UTF-8', place('report.pdf', pdf), out]).exitCode).toBe(0)
      return readFileSync(out, 'utf8').replaceAll(/\s+/g, '')
    })
    for (const section of compiler.method.sections) {
      for (const block of section.blocks) {
        if (block.kind !== 'paragraph') continue
        const words = block.spans.map((span) => span.text).join('')
        // Where a page ends within a paragraph, its foot stands in between; the beginning is whole.
        expect(text).toContain(words.slice(0, 60).replaceAll(/\s+/g, ''))
      }
    }
  })
})

type End = 'best' | 'worst'
const worseOf = (left: Tier, right: Tier): Tier => (tierRank(left) < tierRank(right) ? right : left)
const number = (text: string) => Number(text.replace('≈ ', ''))

/** What a reader with a pencil does: only printed strings of the annex go in. */
function tierByPencil({ method, words: heads }: ReportModel, end: End): Tier {
  const axis = (name: string | undefined) =>
    Math.max(1, ...method.facts.filter((fact) => fact.axis === name).map((fact) => Number(fact[end])))
  const inherent = method.inherentTable[axis(heads['impact']) - 1]?.[axis(heads['exposure']) - 1]
  const row = method.residualTable.find((one) => one.inherent.id === inherent?.id)
  const bandEnds = method.bands.map((band) => Number(/(?:–)(\d+)$/.exec(band)?.[1] ?? '100'))
  const tiers = method.arithmetic.map((part): Tier => {
    const missing = part.rows.reduce((sum, one) => sum + number(end === 'best' ? one.loValue : one.hiValue), 0)
    const weight = part.rows.reduce((sum, one) => sum + Number(one.weight), 0)
    const band = bandEnds.findIndex((upTo) => 100 * missing <= upTo * weight)
    return row?.cells[band]?.id ?? 'critical'
  })
  const floors = method.flags
    .filter((flag) => flag.state === 'fired' || end === 'worst')
    .map((flag): Tier => (flag.level === 'stop' ? 'critical' : 'high'))
  return [...tiers, ...floors].reduce(worseOf, 'low')
}

describe('the printed annex is enough to reach the printed tier', () => {
  const good = { kind: 'practice', choice: 'yes' }
  const cases = [frozenPack(), shippedPack()].flatMap((pack) =>
    relationshipKinds.flatMap((relationship) => [
      { pack, relationship, changes: {} },
      { pack, relationship, changes: { answers: { 'CJ-01': [good, 'A'], 'OW-06': [good, 'A'], 'AD-08': [good, 'B'] } as const } },
    ]),
  )
  test.each(cases)('$pack.version, $relationship', ({ pack, relationship, changes }) => {
    const model = buildReportModel(reportCase(pack, relationship, changes), pack, compiler)
    expect([tierByPencil(model, 'best'), tierByPencil(model, 'worst')]).toEqual([model.front.tier.best.id, model.front.tier.worst.id])
    expect(model.method.example?.steps.at(-1)).toContain(model.front.tier.text)
  })
})
