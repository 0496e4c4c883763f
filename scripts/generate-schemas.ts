// Writes resources/schemas from the code's own schemas: node scripts/generate-schemas.ts
import { writeFileSync } from 'node:fs'
import { schemaFiles } from '../src/shared/published-schemas.ts'

for (const { file, text } of schemaFiles) {
  writeFileSync(new URL(`../resources/schemas/${file}`, import.meta.url), text)
  process.stdout.write(`wrote resources/schemas/${file}\n`)
}
