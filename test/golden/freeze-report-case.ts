// Freezes the fictitious supplier assessment, scored with the frozen pack, as the golden report's case. Rarely needed: only when its shape changes.
// node test/golden/freeze-report-case.ts && node test/golden/print-report-hash.ts > test/golden/report.json
import { writeFileSync } from 'node:fs'
import { frozenPack, reportCase } from './report-case.ts'

writeFileSync(new URL('report-document.json', import.meta.url), `${JSON.stringify(reportCase(frozenPack(), 'supplier'))}\n`)
