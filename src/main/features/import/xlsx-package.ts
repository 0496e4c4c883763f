// Opens an XLSX file, which is a ZIP of XML files, and reads one of them piece by piece, within limits.
import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { listLimits, notReadable } from './limits.ts'

interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

export interface XlsxPackage {
  readonly has: (path: string) => boolean
  /** Reads a part from its beginning to its end. Refuses what is no sound XML. */
  readonly parse: (path: string, handlers: XmlHandlers) => Promise<void>
}

const deepest = 100
const mostAttributes = 100

const damaged = () =>
  notReadable('This XLSX file is damaged, or is no XLSX file. Open it in your spreadsheet program, save it anew and choose it again.')
const tooLarge = () =>
  notReadable('This XLSX file unpacks to more than a list can be. Copy the list alone into a new file, save it and choose that.')
const hasDocumentType = () =>
  notReadable(
    'This XLSX file holds a document type, which no spreadsheet program writes. It was not read. Ask whoever sent it for a CSV file.',
  )

/** Names without the prefix of their namespace: `x:row` and `row` are the same. */
const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function createParser(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let attributeCount = 0
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('doctype', () => {
    throw hasDocumentType()
  })
  parser.on('opentagstart', () => {
    attributeCount = 0
  })
  parser.on('attribute', () => {
    attributeCount += 1
    if (attributeCount > mostAttributes) throw damaged()
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > deepest) throw damaged()
    handlers.open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    handlers.close(localName(name))
  })
  parser.on('text', handlers.text)
  parser.on('cdata', handlers.text)
  return parser
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [first, second] = bytes
  const label = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(label, { fatal: true })
}

async function parseEntry(zip: ZipFile, entry: Entry, handlers: XmlHandlers): Promise<void> {
  const parser = createParser(handlers)
  const stream = await zip.openReadStreamPromise(entry)
  let decoder: TextDecoder | undefined
  for await (const piece of stream) {
    if (!(piece instanceof Uint8Array)) throw damaged()
    decoder ??= decoderFor(piece)
    parser.write(decoder.decode(piece, { stream: true }))
  }
  parser.write(decoder?.decode() ?? '')
  parser.close()
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let unpackedBytes = 0
  if (zip.entryCount > listLimits.entries) throw tooLarge()
  for await (const entry of zip.eachEntry()) {
    // Office programs write "/" and "\" and their own capitals; the parts are looked up without either.
    const path = entry.fileName.toLowerCase()
    if (entry.isEncrypted() || entries.has(path)) throw damaged()
    unpackedBytes += entry.uncompressedSize
    if (unpackedBytes > listLimits.unpackedBytes) throw tooLarge()
    entries.set(path, entry)
  }
  return entries
}

/** Whatever the libraries say of a file is the file's fault; our own refusals stay as they are. */
async function refusing<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    throw damaged()
  }
}

/** Opens the file in `bytes`. Refuses what is no ZIP, unpacks to too much or is encrypted; nothing is unpacked yet. */
export function openXlsx(bytes: Buffer): Promise<XlsxPackage> {
  return refusing(async () => {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    const entries = await entriesOf(zip)
    return {
      has: (path: string) => entries.has(path.toLowerCase()),
      parse: (path: string, handlers: XmlHandlers) => {
        const entry = entries.get(path.toLowerCase())
        return refusing(async () => {
          if (entry === undefined) throw damaged()
          await parseEntry(zip, entry, handlers)
        })
      },
    }
  })
}
