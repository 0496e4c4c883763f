// Prose that can rot: links, commands, names of files and numbers in the documents, held against what is there.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '#shared/contract/contract.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { resourcesDirectory } from '../support/engine-session.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
]

describe('the documents', () => {
  test.each(documents)('%s links only to what is there', (path) => {
    const targets = [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => String(match[1]))
    expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([])
  })

  test.each(documents)('%s names no path of one machine and no word it must not use', (path) => {
    expect(read(path)).not.toMatch(/\/(work|root|home\/\w+)\/|\/tmp\/\w/)
    expect(read(path)).not.toMatch(/recommended by NCSC/)
  })

  test('README names only npm scripts that exist, and all that a developer needs', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))
    const named = [...read('README.md').matchAll(/npm run ([a-z-]+)/g)].map((match) => String(match[1]))
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    expect(named).toEqual(expect.arrayContaining(['check', 'bench', 'runtime']))
  })
})

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md')

  test('is at most 200 lines, with a glossary of at most 30 terms', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(200)
    const glossary = text.slice(text.indexOf('## Glossary'))
    expect(glossary.split('·').length).toBeLessThanOrEqual(30)
  })

  test('names only files and folders that exist', () => {
    const named = [...text.matchAll(/`((?:src|test|resources|scripts|docs)\/[\w./-]+)`/g)].map((match) => String(match[1]))
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const journey = [...text.matchAll(/`((?:features|report|session)\/[\w./-]+\.tsx?)`/g)].map((match) => String(match[1]))
    const places = ['src/main', 'src/renderer/features/assessments']
    expect(journey.filter((path) => !places.some((place) => existsSync(join(root, place, path))))).toEqual([])
  })

  test('maps every folder of main and shared', () => {
    const map = text.slice(text.indexOf('## The map'), text.indexOf('## What may import what'))
    for (const layer of ['src/main', 'src/shared']) {
      const folders = readdirSync(join(root, layer), { withFileTypes: true }).filter((entry) => entry.isDirectory())
      for (const folder of folders) expect(map, `${layer}/${folder.name}`).toContain(`${folder.name}/`)
    }
  })

  test('follows a procedure that the contract has', () => {
    expect(Object.keys(contract)).toContain('answer.save')
  })
})

describe('the shipped pack', () => {
  test('is what the manual promises: three steps, supplier, partner and investor, Lite and Full', () => {
    const { pack } = createPackLibrary(resourcesDirectory).current
    expect(new Set(pack.domains.map((domain) => domain.step))).toEqual(new Set([0, 1, 2, 3]))
    for (const audience of ['supplier', 'partner', 'investor'] as const) {
      const own = pack.questions.filter((question) => question.audience.includes(audience) || question.audience.includes('organization'))
      expect(own.length, audience).toBeGreaterThanOrEqual(24)
      expect(own.filter((question) => question.isLite).length, audience).toBeLessThan(own.length)
    }
  })
})
