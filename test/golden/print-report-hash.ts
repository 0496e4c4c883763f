// Prints the SHA-256 of the golden report's model and PDF. The case is frozen in report-document.json and report-pack.json.
// After an intended change of templates, words, fonts or model: node test/golden/print-report-hash.ts > test/golden/report.json
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { Pack } from '#shared/domain/pack.ts'
import { buildReportModel } from '#main/report/model.ts'
import { renderReport } from '#main/report/render.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const compiler = createReportCompiler(new URL('../../resources', import.meta.url).pathname)
const document = AssessmentDocument.parse(read('report-document.json'))
const model = buildReportModel(document, Pack.parse(read('report-pack.json')), compiler)
const { pdf, pageCount } = renderReport(model, document, { compiler })
process.stdout.write(`${JSON.stringify({ modelSha256: sha256(JSON.stringify(model)), pdfSha256: sha256(pdf), pageCount }, null, 2)}\n`)
