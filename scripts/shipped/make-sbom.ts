// The software bill of materials in CycloneDX 1.6: every package inside the program with its hash, licence and what it needs.
// The same lock file gives the same bytes: no time and no machine stands in it.
import { createHash } from 'node:crypto'
import type { Shipped, ShippedPackage } from './shipped-packages.ts'

const hashNames: Readonly<Record<string, string>> = { sha512: 'SHA-512', sha384: 'SHA-384', sha256: 'SHA-256', sha1: 'SHA-1' }

/** As package-url writes it: the @ of a scope is spelled out. */
function purlOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`
}

function hashesOf(integrity: string | null) {
  const [name = '', value] = integrity?.split('-') ?? []
  const alg = hashNames[name]
  return alg === undefined || value === undefined ? {} : { hashes: [{ alg, content: Buffer.from(value, 'base64').toString('hex') }] }
}

function licencesOf(licence: string) {
  if (/[ ()]/.test(licence)) return /\b(AND|OR|WITH)\b/.test(licence) ? [{ expression: licence }] : [{ license: { name: licence } }]
  return [{ license: { id: licence } }]
}

function componentOf(shipped: ShippedPackage) {
  return {
    type: 'library',
    // Two copies of one version are one component each, told apart by where they are.
    'bom-ref': shipped.path,
    name: shipped.name,
    version: shipped.version,
    scope: shipped.isOptional ? 'optional' : 'required',
    ...hashesOf(shipped.integrity),
    ...(shipped.licence === null ? {} : { licenses: licencesOf(shipped.licence) }),
    purl: purlOf(shipped),
  }
}

/** A UUID that is a function of `text`: the same parts, the same number. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The bill of materials as JSON text with a line break at the end. */
export function makeSbom(shipped: Shipped): string {
  const { name, version, packages, roots, electron } = shipped
  const runtime = {
    type: 'framework',
    'bom-ref': 'electron',
    name: 'electron',
    version: electron,
    scope: 'required',
    purl: `pkg:npm/electron@${electron}`,
  }
  const body = {
    metadata: { component: { type: 'application', 'bom-ref': name, name, version } },
    components: [runtime, ...packages.map(componentOf)],
    dependencies: [
      { ref: name, dependsOn: ['electron', ...roots] },
      { ref: 'electron', dependsOn: [] },
      ...packages.map(({ path, needs }) => ({ ref: path, dependsOn: needs })),
    ],
  }
  const head = { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6' }
  return `${JSON.stringify({ ...head, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`, version: 1, ...body }, null, 2)}\n`
}
