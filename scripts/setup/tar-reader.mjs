// Takes one named file out of a gzipped tar archive (an npm package), streaming, without unpacking the rest.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'

const BLOCK_BYTES = 512

const parseHeader = (block) => ({
  name: block.toString('utf8', 0, 100).replace(/\0.*$/su, ''),
  sizeBytes: Number.parseInt(block.toString('latin1', 124, 136).replace(/[\0 ].*$/su, ''), 8) || 0,
})

const paddedSize = (sizeBytes) => Math.ceil(sizeBytes / BLOCK_BYTES) * BLOCK_BYTES

/** Writes the archive's file `name` to `target`; throws when the archive ends before that file is complete. */
export const takeFileFromTgz = async ({ tgzPath, name, target }) => {
  const source = createReadStream(tgzPath)
  const unzipped = source.pipe(createGunzip())
  source.on('error', (error) => unzipped.destroy(error))
  const out = await open(target, 'w')
  let pending = Buffer.alloc(0)
  let current = null
  try {
    for await (const chunk of unzipped) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
      while (pending.length > 0) {
        if (current === null) {
          if (pending.length < BLOCK_BYTES) break
          const header = parseHeader(pending)
          pending = pending.subarray(BLOCK_BYTES)
          current = { wanted: header.name === name, left: header.sizeBytes, padded: paddedSize(header.sizeBytes) }
        }
        const taken = pending.subarray(0, Math.min(current.padded, pending.length))
        if (current.wanted) await out.writeFile(taken.subarray(0, current.left))
        current.left -= Math.min(current.left, taken.length)
        current.padded -= taken.length
        pending = pending.subarray(taken.length)
        if (current.wanted && current.left === 0) return
        if (current.padded === 0) current = null
      }
    }
  } finally {
    await out.close()
    source.destroy()
  }
  throw new Error(`The archive ends before ${name} is complete.`)
}
