// The bill of materials and the licences: every package that the source imports, what these need, and the same bytes each time.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readLicences } from '../../scripts/shipped/licence-texts.ts'
import { makeSbom } from '../../scripts/shipped/make-sbom.ts'
import { readShipped } from '../../scripts/shipped/shipped-packages.ts'

const root = resolve(import.meta.dirname, '../..')
const shipped = readShipped(root)
const Sbom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string().min(1),
      version: z.string().min(1),
      purl: z.string().regex(/^pkg:npm\/[\w.%/-]+@[\w.+-]+$/),
      hashes: z.array(z.looseObject({ alg: z.literal('SHA-512'), content: z.string().length(128) })).optional(),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
const sbom = Sbom.parse(JSON.parse(makeSbom(shipped)))
const names = sbom.components.map(({ name }) => name)

describe('the bill of materials', () => {
  test('names what is inside the program and none of the tools that made it', () => {
    const inside = [
      'electron',
      'react',
      'react-dom',
      'react-aria',
      'zod',
      'i18next',
      'better-sqlite3-multiple-ciphers',
      '@node-rs/argon2',
      'minisearch',
    ]
    expect(names).toEqual(expect.arrayContaining(inside))
    for (const tool of ['vite', 'vitest', 'typescript', 'oxlint', '@playwright/test', 'marked', 'fast-check', 'knip'])
      expect(names).not.toContain(tool)
    const manifest = z
      .looseObject({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')))
    expect(shipped.roots).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies).map((name) => `node_modules/${name}`)))
  })

  test('gives each package that every system has its hash, its licence and its place among the others', () => {
    const refs = new Set(sbom.components.map((component) => component['bom-ref']))
    expect(refs.size).toBe(sbom.components.length)
    const required = shipped.packages.filter(({ isOptional }) => !isOptional)
    expect(required.filter(({ licence, integrity }) => licence === null || integrity === null)).toEqual([])
    expect(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
    // Whatever is listed is needed by something.
    const needed = new Set(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn))
    expect([...refs].filter((ref) => !needed.has(ref))).toEqual([])
  })

  test('is the same, byte for byte, for the same lock file, and another for another', () => {
    expect(makeSbom(readShipped(root))).toBe(makeSbom(shipped))
    const [first, ...rest] = shipped.packages
    expect(first).toBeDefined()
    const serial = (text: string) => Sbom.parse(JSON.parse(text)).serialNumber
    expect(serial(makeSbom({ ...shipped, packages: rest }))).not.toBe(sbom.serialNumber)
  })
})

test('every installed package and every typeface has its licence, and all but a few bring the text', () => {
  const { parts, texts } = readLicences(root, shipped)
  expect(parts.length).toBeGreaterThan(40)
  expect(parts.filter(({ licence }) => licence === '')).toEqual([])
  expect(new Set(texts).size).toBe(texts.length)
  expect(parts.find(({ name }) => name === 'react')?.texts).toHaveLength(1)
  expect(parts.filter(({ licence, texts: own }) => licence === 'OFL-1.1' && own.length === 0)).toEqual([])
  const silent = parts.filter((part) => part.texts.length === 0).map(({ name }) => name)
  expect(silent.length).toBeLessThan(parts.length / 4)
})
