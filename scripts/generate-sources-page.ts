// Writes docs/sources.md from the question pack and the reference data: node scripts/generate-sources-page.ts
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createPackLibrary } from '../src/main/packs/pack-library.ts'
import { createReferenceLibrary } from '../src/main/packs/reference-library.ts'
import { sourcesPage } from '../src/shared/reference/sources-page.ts'

const resources = fileURLToPath(new URL('../resources', import.meta.url))
const page = sourcesPage({ pack: createPackLibrary(resources).current.pack, reference: createReferenceLibrary(resources).current })
writeFileSync(new URL('../docs/sources.md', import.meta.url), page)
process.stdout.write('wrote docs/sources.md\n')
