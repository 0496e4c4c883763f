// Freezes the fictitious supplier assessment and the shipped pack as the golden report's case. Rarely needed: only when their shape changes.
// node test/golden/freeze-report-case.ts && node test/golden/print-report-hash.ts > test/golden/report.json
import { writeFileSync } from 'node:fs'
import { reportCase, shippedPack } from './report-case.ts'

const pack = shippedPack()
const write = (name: string, value: unknown) => writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(value)}\n`)
write('report-pack.json', pack)
write('report-document.json', reportCase(pack, 'supplier'))
