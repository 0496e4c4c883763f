// Set-up's own readers for ZIP and gzipped tar: what they unpack, and that damage never passes as content.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeFileFromTgz } from '../../scripts/setup/tar-reader.mjs'
import { readZipDirectory, unpackZipEntry } from '../../scripts/setup/zip-reader.mjs'
import { temporaryFolder } from '../support/vault-place.ts'

interface Item {
  readonly name: string
  readonly content: Uint8Array
  readonly packed: boolean
}

function headerOf({ name, content, packed }: Item, data: Uint8Array): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(packed ? 8 : 0, 4)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(data.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

function zipOf(items: readonly Item[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const item of items) {
    const data = item.packed ? deflateRawSync(item.content) : Buffer.from(item.content)
    const fields = headerOf(item, data)
    const name = Buffer.from(item.name)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((0o100755 << 16) >>> 0, 6)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), fields, rest, name]))
    parts.push(local)
    at += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(items.length, 8)
  end.writeUInt16LE(items.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, entries, end])
}

function writeZip(bytes: Uint8Array): string {
  const zipPath = join(temporaryFolder(), 'archive.zip')
  writeFileSync(zipPath, bytes)
  return zipPath
}

async function unpackAll(zipPath: string): Promise<Buffer[]> {
  const contents: Buffer[] = []
  const target = join(temporaryFolder(), 'entry')
  for (const entry of await readZipDirectory(zipPath)) {
    await unpackZipEntry({ zipPath, entry, target })
    contents.push(readFileSync(target))
  }
  return contents
}

const sample = { name: 'folder/electron', content: Buffer.from('a runtime, '.repeat(500)), packed: true }

describe('the ZIP reader', () => {
  test('gives back whatever was packed, compressed or not, empty entries included', async () => {
    const item = fc.record({ name: fc.stringMatching(/^[a-z/]{1,20}$/), content: fc.uint8Array({ maxLength: 5000 }), packed: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 5 }), async (items) => {
        const zipPath = writeZip(zipOf(items))
        expect((await readZipDirectory(zipPath)).map(({ name }) => name)).toEqual(items.map(({ name }) => name))
        expect(await unpackAll(zipPath)).toEqual(items.map(({ content }) => Buffer.from(content)))
      }),
      { numRuns: 30 },
    )
  })

  test('keeps the permission bits, so that a binary stays executable', async () => {
    const zipPath = writeZip(zipOf([sample]))
    const [entry] = await readZipDirectory(zipPath)
    if (entry === undefined) throw new Error('no entry')
    const target = join(temporaryFolder(), 'electron')
    await unpackZipEntry({ zipPath, entry, target })
    expect(statSync(target).mode & 0o111).not.toBe(0)
  })

  test('refuses an entry in which a single byte was changed', async () => {
    const bytes = zipOf([{ ...sample, packed: false }])
    bytes[200] = (bytes[200] ?? 0) ^ 1
    await expect(unpackAll(writeZip(bytes))).rejects.toThrow('The ZIP entry folder/electron is damaged.')
  })

  test('refuses an archive that was cut short anywhere', async () => {
    const whole = zipOf([sample])
    for (const kept of [0, 10, 30, whole.length - 23, whole.length - 1])
      await expect(unpackAll(writeZip(whole.subarray(0, kept)))).rejects.toThrow(/cut short|damaged/)
  })
})

function packageTarball(content: Buffer): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'package'))
  writeFileSync(join(folder, 'package', 'first.txt'), 'before it')
  writeFileSync(join(folder, 'package', 'runtime.zip'), content)
  const { status } = spawnSync('tar', ['-czf', 'package.tgz', 'package/first.txt', 'package/runtime.zip'], { cwd: folder })
  expect(status).toBe(0)
  return join(folder, 'package.tgz')
}

describe('the tar reader', () => {
  test.each([0, 1, 511, 512, 513, 300_000])('takes a file of %i bytes out unchanged', async (length) => {
    const content = Buffer.alloc(length, 'runtime ')
    const target = join(temporaryFolder(), 'runtime.zip')
    await takeFileFromTgz({ tgzPath: packageTarball(content), name: 'package/runtime.zip', target })
    expect(readFileSync(target).equals(content)).toBe(true)
  })

  test('refuses a tarball without that file, and one that was cut short', async () => {
    const tgzPath = packageTarball(Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251)))
    const target = join(temporaryFolder(), 'out')
    await expect(takeFileFromTgz({ tgzPath, name: 'package/other', target })).rejects.toThrow(
      'The archive ends before package/other is complete.',
    )
    const cut = readFileSync(tgzPath)
    writeFileSync(tgzPath, cut.subarray(0, cut.length / 2))
    await expect(takeFileFromTgz({ tgzPath, name: 'package/runtime.zip', target })).rejects.toThrow()
  })
})
