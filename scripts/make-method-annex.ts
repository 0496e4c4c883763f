// Writes resources/report/method.en.json from what docs/method.md marks for the annex of a report: node scripts/make-method-annex.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { methodAnnexOf } from './method-annex.ts'

const page = readFileSync(new URL('../docs/method.md', import.meta.url), 'utf8')
writeFileSync(new URL('../resources/report/method.en.json', import.meta.url), `${JSON.stringify(methodAnnexOf(page), null, 2)}\n`)
