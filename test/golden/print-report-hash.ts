// Prints the SHA-256 of the golden reports' models and PDFs, one of each kind. The assessment is frozen in report-document.json and report-pack.json.
// After an intended change of templates, words, fonts or model: node test/golden/print-report-hash.ts > test/golden/report.json
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { Pack } from '#shared/domain/pack.ts'
import { buildReportModel } from '#main/report/model.ts'
import { buildPortfolioModel } from '#main/report/model/portfolio/build.ts'
import { buildProgrammeModel } from '#main/report/model/programme/build.ts'
import { type ReportPages, renderPages } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { portfolioCase } from './portfolio-case.ts'
import { programmeCase } from './programme-case.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const compiler = createReportCompiler(new URL('../../resources', import.meta.url).pathname)

function facts(pages: ReportPages) {
  const { pdf, pageCount } = renderPages(pages, compiler)
  return { modelSha256: sha256(JSON.stringify(pages.model)), pdfSha256: sha256(pdf), pageCount }
}

const document = AssessmentDocument.parse(read('report-document.json'))
const pack = Pack.parse(read('report-pack.json'))
const portfolio = portfolioCase(24)
const programme = programmeCase(pack)
const golden = {
  assessment: facts({
    template: 'assessment',
    model: buildReportModel(document, pack, compiler),
    attachment: { name: 'assessment.json', content: document },
  }),
  portfolio: facts({
    template: 'portfolio',
    model: buildPortfolioModel(portfolio, compiler),
    attachment: { name: 'portfolio.json', content: portfolio },
  }),
  programme: facts({
    template: 'programme',
    model: buildProgrammeModel(programme, pack, compiler),
    attachment: { name: 'programme.json', content: programme },
  }),
}
process.stdout.write(`${JSON.stringify(golden, null, 2)}\n`)
