// Fetches one npm package at a pinned version and sha512 into a folder, through npm so that its proxy and certificates apply.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { lastWords } from './child.mjs'
import { runNpm } from './npm-command.mjs'
import { say } from './progress.mjs'
import { SetupFault } from './setup-fault.mjs'

const integrityOf = async (file) => {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

const explain = (result) => {
  const words = `${result.stdout}\n${result.stderr}`
  if (words.includes('ENOSPC')) return 'the disk is full; free about 1.5 GB and run the command again'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/u.test(words))
    return 'the npm registry cannot be reached; connect to the network once (or set `npm config set proxy`), then run the command again'
  if (/EACCES|EPERM|EROFS/u.test(words))
    return 'npm may not write in its cache or in the download folder; correct their owner and run the command again'
  if (/E404|ETARGET/u.test(words))
    return 'the registry in `npm config get registry` does not carry it; use one that mirrors registry.npmjs.org and run the command again'
  return `npm said: ${lastWords(result)}; correct that and run the command again`
}

const pack = async ({ spec, folder, fresh }) => {
  const args = ['pack', spec, '--pack-destination', folder, '--ignore-scripts', fresh ? '--prefer-online' : '--prefer-offline']
  const result = await runNpm(args, { cwd: folder })
  if (result.code === 0) return
  // npm leaves the part it could write, which would only take space.
  rmSync(folder, { recursive: true, force: true })
  throw new SetupFault(`${spec} could not be downloaded: ${explain(result)}.`)
}

const packedFile = (folder) => {
  const found = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  return found === undefined ? null : path.join(folder, found)
}

/**
 * Returns the path of the package's tarball inside `folder`, checked against `integrity` (an sha512 SRI string).
 * A tarball that does not match is deleted and fetched once more; a second mismatch is a SetupFault.
 */
export const fetchPinnedPackage = async ({ spec, integrity, folder }) => {
  mkdirSync(folder, { recursive: true })
  for (const attempt of ['cached', 'fresh']) {
    if (packedFile(folder) === null) await pack({ spec, folder, fresh: attempt === 'fresh' })
    const file = packedFile(folder)
    if (file !== null && existsSync(file) && (await integrityOf(file)) === integrity) return file
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    if (attempt === 'cached') say(`the stored download of ${spec} is damaged; it was deleted and is fetched again`)
  }
  throw new SetupFault(
    `${spec} arrived twice with the wrong checksum, so it was not used; check that nothing on the way (proxy, mirror) changes downloads, then run the command again.`,
  )
}
