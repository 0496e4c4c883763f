// Typst with our templates, words and fonts, read once; it sees no file, no package and no network.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { z } from 'zod'
import { originalLanguage } from './languages.ts'
import { createTextPrinter, type TextPrinter } from './printable-text.ts'
import { loadReportSources, type ReportSources } from './report-sources.ts'

export interface ReportCompiler extends ReportSources {
  readonly printer: TextPrinter
  readonly typst: NodeCompiler
  /** Folder that the templates believe they are in. It does not exist, so nothing can be read from it but what is given. */
  readonly workspace: string
  /** The fixed-width font, for what later signers state on the page. */
  readonly furtherFont: Uint8Array
  /** Hash of all that decides, beside the model, how a report looks: templates, words, lists, fonts, and the layout of signing. */
  readonly kitSha256: string
}

// Goes up when what signing adds to the pages changes: the same data then gives another file.
const signingLayout = 2

const FontList = z.object({
  families: z.array(z.object({ id: z.string(), files: z.array(z.string()).min(1), ranges: z.array(z.int()) })).min(1),
})

function readFonts(fontsDirectory: string) {
  const list = FontList.parse(JSON.parse(readFileSync(join(fontsDirectory, 'fonts.json'), 'utf8')))
  return {
    fontBlobs: list.families.flatMap((family) => family.files.map((file) => readFileSync(join(fontsDirectory, file)))),
    // The serif and fixed-width lists fall back on the sans one, so what they have beyond it does not count.
    coverage: list.families.filter((family) => family.id !== 'serif' && family.id !== 'mono'),
  }
}

/**
 * A compiler for reports in `language`, from the templates, words, method, lists and fonts under `resourcesDirectory`.
 * Costs about 20 ms; keep one for each process. Throws when a resource is missing.
 */
export function createReportCompiler(resourcesDirectory: string, language: string = originalLanguage): ReportCompiler {
  const templates = join(resourcesDirectory, 'report')
  const { fontBlobs, coverage } = readFonts(join(resourcesDirectory, 'fonts'))
  const sources = loadReportSources(resourcesDirectory, language)
  const workspace = resolve(templates, 'no-files-here')
  const typst = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
  const kit = createHash('sha256').update(JSON.stringify([signingLayout, { ...sources, listTitles: [...sources.listTitles] }]))
  for (const font of fontBlobs) kit.update(font)
  for (const file of readdirSync(templates).toSorted()) {
    if (!file.endsWith('.typ')) continue
    const text = readFileSync(join(templates, file), 'utf8')
    kit.update(JSON.stringify([file, text]))
    typst.addSource(join(workspace, file), text)
  }
  const furtherFont = readFileSync(join(resourcesDirectory, 'fonts', 'GatehouseMono-Regular.ttf'))
  return { ...sources, printer: createTextPrinter(coverage), typst, workspace, furtherFont, kitSha256: kit.digest('hex') }
}
