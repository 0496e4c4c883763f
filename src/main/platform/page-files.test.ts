// The page's files: each listed one is served with its headers; no other address, method or trick gets anything.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '#shared/contract/settings.ts'
import { recordFigure } from '#test/trust/support/figures.ts'
import { listPageFiles, pageHeaders, pageRoot, servePage } from './page-files.ts'

let folder: string
let files: ReadonlyMap<string, string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-page-'))
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html>\n<html lang="en"></html>')
  writeFileSync(join(page, 'assets', 'index.js'), 'export {}')
  writeFileSync(join(page, 'assets', 'notes.txt'), 'not a kind of file that is served')
  writeFileSync(join(folder, 'secret.json'), '{}')
  symlinkSync(join(folder, 'secret.json'), join(page, 'linked.json'))
  files = listPageFiles(page)
})

afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string, method = 'GET') => servePage(files, { method, url })

describe('a listed file', () => {
  test('is served with its type and every protecting header', async () => {
    const response = await get('app://vault/assets/index.js')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('export {}')
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    for (const [name, value] of Object.entries(pageHeaders)) expect(response.headers.get(name)).toBe(value)
  })

  test('says in its first line which language the page is in, and from which side it is read', async () => {
    const page = async (language: Language) => (await servePage(files, { method: 'GET', url: 'app://vault/index.html' }, language)).text()
    expect(await page('en')).toContain('<html lang="en">')
    expect(await page('en-XA')).toContain('<html lang="en-XA" dir="ltr">')
    expect(await page('ar-XB')).toContain('<html lang="ar-XB" dir="rtl">')
    // The line that is replaced is the one in the page itself.
    expect(readFileSync(join(import.meta.dirname, '../../renderer/index.html'), 'utf8')).toContain('<html lang="en">')
  })

  test('is the only kind of file in the list: no other types and no links', () => {
    expect([...files.keys()].toSorted()).toEqual(['/assets/index.js', '/index.html'])
  })
})

describe('the content security policy', () => {
  const policy = pageHeaders['Content-Security-Policy']

  test('allows scripts and styles from our own files only', () => {
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:|nonce|sha256|wasm/)
  })

  test.each([
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ])('says %s', (directive) => {
    expect(policy.split('; ')).toContain(directive)
  })

  test('gives the page an origin of its own', () => {
    expect(policy).toMatch(/sandbox allow-scripts/)
    expect(policy).not.toMatch(/allow-same-origin|allow-popups|allow-top-navigation|allow-downloads/)
  })
})

const hostile = [
  'app://vault/',
  'app://vault/../secret.json',
  'app://vault/assets/../../secret.json',
  'app://vault/%2e%2e/secret.json',
  'app://vault/..%2fsecret.json',
  'app://vault/assets%2findex.js',
  'app://vault/assets\\..\\..\\secret.json',
  'app://vault/%5c..%5csecret.json',
  'app://vault/index.html%00.js',
  'app://vault/index\u0000.html',
  'app://vault/INDEX.HTML',
  'app://vault//index.html',
  'app://vault/index.html/',
  'app://vault/index.html?x=1',
  'app://vault/linked.json',
  'app://vault/assets/notes.txt',
  'app://vault/__proto__',
  'app://vault/constructor',
  'app://vault.evil/index.html',
  'app://evil/index.html',
  'app://user@evil/index.html',
  'app:index.html',
  'file:///etc/passwd',
  'http://vault/index.html',
  'data:text/html,x',
  '',
  'not an address',
  `app://vault/${'a'.repeat(1_000_000)}`,
]

describe('anything else', () => {
  test.each(hostile.map((url) => [url.slice(0, 60), url]))('%s is not found', async (_shown, url) => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Security-Policy')).toBe(pageHeaders['Content-Security-Policy'])
    expect(await response.text()).toBe('Not found')
  })

  test.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'get', ''])('method %s is refused even for a listed file', async (method) => {
    expect((await get('app://vault/index.html', method)).status).toBe(404)
  })

  const tries = Number(process.env['GATEHOUSE_FUZZ'] ?? '10000')

  test('stays not found over ten thousand made-up addresses, and never throws', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '..%2f',
        '%5c',
        '\\',
        '%00',
        '//',
        'index.html',
        'assets',
        'index.js',
        'secret.json',
        'linked.json',
        'C:',
        '~',
        '?',
        '#',
        ';',
        '@',
        ':',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.webPath(),
    )
    const address = fc
      .tuple(
        fc.constantFrom(
          pageRoot,
          pageRoot,
          'app://vault',
          'app://',
          'APP://VAULT/',
          'app://vault:80/',
          'app://vault.evil/',
          'file:///',
          '',
        ),
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom('/', '', '%2f'),
      )
      .map(([start, pieces, joint]) => start + pieces.join(joint))
    await fc.assert(
      fc.asyncProperty(address, async (url) => {
        const response = await get(url)
        const body = await response.text()
        // An address may be another spelling of a listed file; then it is that file and nothing else.
        const named = URL.canParse(url) ? files.get(new URL(url).pathname) : undefined
        if (response.status === 200) expect(body).toBe(readFileSync(named ?? '', 'utf8'))
        else expect([response.status, body]).toEqual([404, 'Not found'])
      }),
      { numRuns: tries },
    )
    recordFigure({ requirement: 'S13', measure: 'bad inputs tried', count: tries, what: 'made-up addresses' })
  }, 7_200_000)
})
