// Reads a ZIP archive's directory and unpacks single entries to disk, checking each entry's CRC-32 (no Zip64, no encryption).
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { PassThrough, Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const END_SIZE_BYTES = 22
const LONGEST_COMMENT_BYTES = 65535

const readAt = async (file, { position, length }) => {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead !== length) throw new Error('The ZIP archive is cut short.')
  return buffer
}

const findEnd = async (file, sizeBytes) => {
  const length = Math.min(sizeBytes, END_SIZE_BYTES + LONGEST_COMMENT_BYTES)
  const tail = await readAt(file, { position: sizeBytes - length, length })
  for (let at = tail.length - END_SIZE_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return tail.subarray(at)
  }
  throw new Error('The ZIP archive has no directory; it is cut short or not a ZIP file.')
}

const parseEntry = (directory, at) => {
  if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('The ZIP directory is damaged.')
  const nameLength = directory.readUInt16LE(at + 28)
  const tailLength = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  return {
    entry: {
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedBytes: directory.readUInt32LE(at + 20),
      sizeBytes: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      headerAt: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    },
    next: at + 46 + nameLength + tailLength,
  }
}

/** Lists the entries of the ZIP at `zipPath`: name, sizeBytes, mode (Unix), and where its packed bytes are. */
export const readZipDirectory = async (zipPath) => {
  const file = await open(zipPath, 'r')
  try {
    const { size } = await file.stat()
    if (size < END_SIZE_BYTES) throw new Error('The ZIP archive is cut short.')
    const end = await findEnd(file, size)
    const directory = await readAt(file, { position: end.readUInt32LE(16), length: end.readUInt32LE(12) })
    const entries = []
    for (let at = 0; entries.length < end.readUInt16LE(10);) {
      const { entry, next } = parseEntry(directory, at)
      entries.push(entry)
      at = next
    }
    return entries
  } finally {
    await file.close()
  }
}

const dataStart = async (zipPath, entry) => {
  const file = await open(zipPath, 'r')
  try {
    const header = await readAt(file, { position: entry.headerAt, length: 30 })
    return entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

const checkedPassage = (entry) => {
  let crc = 0
  let sizeBytes = 0
  return new Transform({
    transform(chunk, _encoding, done) {
      crc = crc32(chunk, crc)
      sizeBytes += chunk.length
      done(null, chunk)
    },
    flush(done) {
      const intact = crc === entry.crc && sizeBytes === entry.sizeBytes
      done(intact ? null : new Error(`The ZIP entry ${entry.name} is damaged.`))
    },
  })
}

/** Unpacks one entry of the ZIP at `zipPath` to `target`, with the entry's own permission bits. */
export const unpackZipEntry = async ({ zipPath, entry, target }) => {
  const start = await dataStart(zipPath, entry)
  const mode = entry.mode & 0o777 || 0o644
  const out = createWriteStream(target, { mode })
  const packed = entry.packedBytes === 0 ? Readable.from([]) : createReadStream(zipPath, { start, end: start + entry.packedBytes - 1 })
  const opened = entry.method === 0 ? new PassThrough() : createInflateRaw()
  await pipeline(packed, opened, checkedPassage(entry), out)
}
