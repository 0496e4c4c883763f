// Set-up's cache: what is finished is trusted only unchanged, what is unfinished leaves nothing, and two runs never mix.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeInDraft } from '../../scripts/setup/draft-folder.mjs'
import { isSealed, sealFolder } from '../../scripts/setup/folder-seal.mjs'
import { fetchPinnedPackage } from '../../scripts/setup/pinned-package.mjs'
import { withLock } from '../../scripts/setup/work-lock.mjs'
import { temporaryFolder } from '../support/vault-place.ts'

afterEach(() => vi.unstubAllEnvs())

function sealedFolder(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'locales'))
  writeFileSync(join(folder, 'electron'), 'binary')
  writeFileSync(join(folder, 'locales', 'en.pak'), 'words')
  sealFolder(folder, 'recipe 1')
  return folder
}

describe('a finished cache folder', () => {
  test('is trusted while nothing in it changes, also after it was copied with new times', () => {
    const folder = sealedFolder()
    expect(isSealed(folder, 'recipe 1')).toBe(true)
    utimesSync(join(folder, 'electron'), new Date(0), new Date(0))
    expect(isSealed(folder, 'recipe 1')).toBe(true)
  })

  test.each<[string, (folder: string) => void]>([
    ['a file is shorter', (folder) => writeFileSync(join(folder, 'electron'), 'bin')],
    ['a file has other bytes of the same length', (folder) => writeFileSync(join(folder, 'locales', 'en.pak'), 'sword')],
    ['the seal is not JSON', (folder) => writeFileSync(join(folder, 'complete.json'), '{"files":')],
    ['the seal is empty', (folder) => writeFileSync(join(folder, 'complete.json'), '{}')],
  ])('is not trusted when %s', async (_reason, damage) => {
    const folder = sealedFolder()
    await pause(5)
    damage(folder)
    expect(isSealed(folder, 'recipe 1')).toBe(false)
  })

  test('is not trusted when it was made by another recipe, or was never sealed', () => {
    expect(isSealed(sealedFolder(), 'recipe 2')).toBe(false)
    expect(isSealed(temporaryFolder(), 'recipe 1')).toBe(false)
  })
})

describe('making a cache entry', () => {
  test('leaves neither target nor draft when it fails half way', async () => {
    const parent = temporaryFolder()
    const failing = makeInDraft(join(parent, 'runtime'), async (draft) => {
      writeFileSync(join(draft, 'half'), 'x')
      throw new Error('stopped')
    })
    await expect(failing).rejects.toThrow('stopped')
    expect(readdirSync(parent)).toEqual([])
  })

  test('replaces a damaged entry and clears what a killed run left', async () => {
    const parent = temporaryFolder()
    mkdirSync(join(parent, 'unfinished-abc'))
    mkdirSync(join(parent, 'runtime'))
    writeFileSync(join(parent, 'runtime', 'old'), 'x')
    await makeInDraft(join(parent, 'runtime'), async (draft) => {
      mkdirSync(join(draft, 'made'))
      writeFileSync(join(draft, 'made', 'new'), 'x')
      return join(draft, 'made')
    })
    expect(readdirSync(parent)).toEqual(['runtime'])
    expect(readdirSync(join(parent, 'runtime'))).toEqual(['new'])
  })
})

describe('the lock', () => {
  test('keeps two set-ups apart and is gone afterwards', async () => {
    const folder = temporaryFolder()
    const diary: string[] = []
    const work = (name: string) => async () => {
      diary.push(`${name} begins`)
      await pause(50)
      diary.push(`${name} ends`)
    }
    await Promise.all([withLock(folder, work('one')), withLock(folder, work('two'))])
    expect(diary).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
    expect(readdirSync(folder)).toEqual([])
  })

  test('is released when the work fails', async () => {
    const folder = temporaryFolder()
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(readdirSync(folder)).toEqual([])
  })

  test('is taken over from a run that was killed, also when its owner was never written', async () => {
    const ended = spawnSync(process.execPath, ['-e', '']).pid
    const folder = temporaryFolder()
    const lockFile = join(folder, 'setup.lock')
    writeFileSync(lockFile, JSON.stringify({ pid: ended, host: hostname() }))
    expect(await withLock(folder, async () => 'first')).toBe('first')
    writeFileSync(lockFile, '')
    utimesSync(lockFile, new Date(0), new Date(0))
    expect(await withLock(folder, async () => 'second')).toBe('second')
  })
})

function packOnDisk(description = 'a runtime'): Buffer {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'package'))
  writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify({ name: 'tiny-runtime', version: '1.0.0', description }))
  expect(spawnSync('tar', ['-czf', 'tiny.tgz', 'package'], { cwd: folder }).status).toBe(0)
  return readFileSync(join(folder, 'tiny.tgz'))
}

const integrityOf = (bytes: Uint8Array) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`

function addressOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the registry is not listening')
  return `http://127.0.0.1:${address.port}/`
}

/** A registry on this machine that serves tiny-runtime@1.0.0 as `served`, and the environment that makes npm use it. */
async function startRegistry(served: Buffer): Promise<void> {
  const server = createServer((request, response) => {
    const wantsTarball = request.url?.endsWith('.tgz') === true
    const dist = { tarball: `${addressOf(server)}tiny-runtime/-/tiny-runtime-1.0.0.tgz`, integrity: integrityOf(served) }
    const versions = { '1.0.0': { name: 'tiny-runtime', version: '1.0.0', dist } }
    response.end(wantsTarball ? served : JSON.stringify({ name: 'tiny-runtime', 'dist-tags': { latest: '1.0.0' }, versions }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  useRegistry(addressOf(server))
}

function useRegistry(url: string): void {
  vi.stubEnv('npm_config_registry', url)
  vi.stubEnv('npm_config_cache', temporaryFolder())
}

const order = (tarball: Buffer, folder: string) => ({ spec: 'tiny-runtime@1.0.0', integrity: integrityOf(tarball), folder })

describe('fetching the pinned package', () => {
  test('brings the tarball with the pinned checksum', async () => {
    const tarball = packOnDisk()
    await startRegistry(tarball)
    const file = await fetchPinnedPackage(order(tarball, join(temporaryFolder(), 'downloads')))
    expect(readFileSync(file).equals(tarball)).toBe(true)
  })

  test('deletes a damaged stored tarball and fetches it again', async () => {
    const tarball = packOnDisk()
    await startRegistry(tarball)
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'tiny-runtime-1.0.0.tgz'), tarball.subarray(0, 100))
    expect(readFileSync(await fetchPinnedPackage(order(tarball, folder))).equals(tarball)).toBe(true)
  })

  test('uses nothing and says so when the registry sends other bytes than those pinned', async () => {
    const folder = join(temporaryFolder(), 'downloads')
    await startRegistry(packOnDisk('another runtime'))
    await expect(fetchPinnedPackage(order(packOnDisk(), folder))).rejects.toThrow(
      /arrived twice with the wrong checksum, so it was not used; check/,
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('says what to do when the registry cannot be reached, and leaves no part of a download', async () => {
    useRegistry('http://127.0.0.1:9/')
    const folder = join(temporaryFolder(), 'downloads')
    await expect(fetchPinnedPackage(order(packOnDisk(), folder))).rejects.toThrow(
      /the npm registry cannot be reached; connect to the network once/,
    )
    expect(existsSync(folder)).toBe(false)
  })
})
