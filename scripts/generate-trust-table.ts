// Writes the tables of docs/security.md: node scripts/generate-trust-table.ts, with --from-run after a long run to take its figures in.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { requirements } from '../test/trust/requirements.ts'
import { FigureFile, readTrustRecord, recordPath, securityPage, type TrustRecord } from '../test/trust/support/trust-table.ts'

const root = resolve(import.meta.dirname, '..')

/** The figures that a run left behind, in an order that does not depend on the disk. */
function gather(): TrustRecord {
  const folder = join(root, 'out/trust/figures')
  const read = readdirSync(folder)
    .toSorted()
    .map((name) => FigureFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  return {
    ranOn: new Date().toISOString().slice(0, 10),
    machine: `${process.platform}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}`,
    remark: '',
    figures: read.flatMap((one) => ('count' in one ? [one] : [])),
    notRun: read.flatMap((one) => ('notRun' in one ? [one] : [])),
  }
}

if (process.argv.includes('--from-run')) writeFileSync(join(root, recordPath), `${JSON.stringify(gather(), null, 2)}\n`)
const page = join(root, 'docs/security.md')
writeFileSync(page, securityPage(readFileSync(page, 'utf8'), requirements, readTrustRecord(root)))
process.stdout.write('wrote docs/security.md\n')
