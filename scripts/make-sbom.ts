// `node scripts/make-sbom.ts`: prints the software bill of materials (CycloneDX) of what package-lock.json names.
import { resolve } from 'node:path'
import { makeSbom } from './shipped/make-sbom.ts'
import { readShipped } from './shipped/shipped-packages.ts'

process.stdout.write(makeSbom(readShipped(resolve(import.meta.dirname, '..'))))
