// Writes resources/catalogues from a folder with the control lists: node scripts/make-catalogues.ts FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const List = z.object({ source: z.string(), licence: z.string(), controls: z.array(z.strictObject({ id: z.string(), title: z.string() })) })

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder that holds csf-2.0.json, sp-800-53-r5.json and sp-800-171-r3.json.')

const read = (name: string) => List.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
const [csf, sp80053, sp800171] = [read('csf-2.0'), read('sp-800-53-r5'), read('sp-800-171-r3')]

const catalogues = {
  'csf-2.0': { id: 'csf20', title: 'NIST CSF 2.0', ...csf },
  'sp-800-53-r5': { id: 'sp80053r5', title: 'NIST SP 800-53 Rev. 5', ...sp80053 },
  'sp-800-161-r1': {
    id: 'sp800161r1',
    title: 'NIST SP 800-161 Rev. 1',
    source: 'NIST SP 800-161 Rev. 1, Cybersecurity Supply Chain Risk Management Practices for Systems and Organizations',
    licence: sp80053.licence,
    note: 'It reuses the ids of SP 800-53 Rev. 5 and adds SR-13. The publication itself was not read; SR-13 is from secondary sources.',
    includes: 'sp80053r5',
    controls: [{ id: 'SR-13', title: 'Supplier Inventory' }],
  },
  'sp-800-171-r3': { id: 'sp800171r3', title: 'NIST SP 800-171 Rev. 3', ...sp800171 },
}

const target = new URL('../resources/catalogues/', import.meta.url)
mkdirSync(target, { recursive: true })
for (const [name, catalogue] of Object.entries(catalogues)) {
  writeFileSync(new URL(`${name}.json`, target), `${JSON.stringify(catalogue, null, 2)}\n`)
  process.stdout.write(`wrote resources/catalogues/${name}.json with ${catalogue.controls.length} ids\n`)
}
