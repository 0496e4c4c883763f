// Loads a PKCS#11 module and calls its functions. The module is foreign code: whatever it fills in is read by a schema.
import { statSync } from 'node:fs'
import koffi from 'koffi'
import { z } from 'zod'
import { faultOf, RV, TokenStop } from './token-stop.ts'

/** Handles and lengths as C has them: an `unsigned long`, whose upper half no double can hold. */
export const Ulong = z.union([z.int().min(0), z.bigint().min(0n)])
export type Ulong = z.infer<typeof Ulong>
const Pointer = z.bigint()

// The standard has its structures packed on Windows and nowhere else. Source: OASIS PKCS#11 3.1, section 2.1.
const record = process.platform === 'win32' ? koffi.pack : koffi.struct
const version = record({ major: 'uint8', minor: 'uint8' })
const text = (length: number) => koffi.array('uint8', length, 'Typed')

/** The structures that are exchanged with a module. */
export const layouts = {
  attribute: record({ type: 'ulong', value: 'void *', valueBytes: 'ulong' }),
  mechanism: record({ type: 'ulong', parameter: 'void *', parameterBytes: 'ulong' }),
  mechanismInfo: record({ minKeySize: 'ulong', maxKeySize: 'ulong', flags: 'ulong' }),
  slotInfo: record({ description: text(64), maker: text(32), flags: 'ulong', hardware: version, firmware: version }),
  tokenInfo: record({
    label: text(32),
    maker: text(32),
    model: text(16),
    serial: text(16),
    flags: 'ulong',
    counts: koffi.array('ulong', 10),
    hardware: version,
    firmware: version,
    utcTime: text(16),
  }),
} as const

// Where each function stands in the module's list, and what it takes.
const FUNCTIONS = {
  C_Initialize: [0, ['void *']],
  C_GetSlotList: [4, ['uint8', 'void *', 'void *']],
  C_GetSlotInfo: [5, ['ulong', 'void *']],
  C_GetTokenInfo: [6, ['ulong', 'void *']],
  C_GetMechanismInfo: [8, ['ulong', 'ulong', 'void *']],
  C_OpenSession: [12, ['ulong', 'ulong', 'void *', 'void *', 'void *']],
  C_Login: [18, ['ulong', 'ulong', 'void *', 'ulong']],
  C_GetAttributeValue: [24, ['ulong', 'ulong', 'void *', 'ulong']],
  C_FindObjectsInit: [26, ['ulong', 'void *', 'ulong']],
  C_FindObjects: [27, ['ulong', 'void *', 'ulong', 'void *']],
  C_FindObjectsFinal: [28, ['ulong']],
  C_SignInit: [42, ['ulong', 'void *', 'ulong']],
  C_Sign: [43, ['ulong', 'void *', 'ulong', 'void *', 'void *']],
} as const satisfies Record<string, readonly [number, readonly string[]]>
type FunctionName = keyof typeof FUNCTIONS
type Argument = Ulong | Uint8Array | null

const FUNCTIONS_READ = 44
const functionList = record({ version, functions: koffi.array('void *', FUNCTIONS_READ) })

/** Memory that a module reads or fills: it stays where it is until the process ends, which is after one job. */
export interface Block {
  readonly address: bigint
  readonly bytes: () => Uint8Array<ArrayBuffer>
  readonly wipe: () => void
}

/** Room for `length` bytes, holding `content` when that is given. */
export function block(length: number, content?: Uint8Array): Block {
  // A little more than was promised, for a module that writes a little more than it may.
  const address = Pointer.parse(koffi.alloc('uint8', length + 256))
  const all = koffi.array('uint8', length, 'Typed')
  const write = (from: Uint8Array) => koffi.encode(address, all, from)
  write(content ?? new Uint8Array(length))
  const read = z.instanceof(Uint8Array)
  return {
    address,
    bytes: () => new Uint8Array(read.parse(koffi.decode(address, all))),
    wipe: () => write(new Uint8Array(length)),
  }
}

/** Room for one unsigned long. */
export function ulongCell(initial: Ulong = 0): { readonly address: bigint; readonly value: () => Ulong } {
  const address = Pointer.parse(koffi.alloc('ulong', 1))
  koffi.encode(address, 'ulong', initial)
  return { address, value: () => Ulong.parse(koffi.decode(address, 'ulong')) }
}

/** Room for a structure, filled with `initial`. */
export function structure(layout: ReturnType<typeof koffi.struct>, initial?: object) {
  const address = Pointer.parse(koffi.alloc(layout, 1))
  koffi.encode(address, koffi.array('uint8', layout.size), new Uint8Array(layout.size))
  if (initial !== undefined) koffi.encode(address, layout, initial)
  const read = (): unknown => koffi.decode(address, layout)
  return { address, read }
}

/** Room for some structures of one kind, one after the other. */
export function structures(layout: ReturnType<typeof koffi.struct>, content: readonly object[]): bigint {
  const address = Pointer.parse(koffi.alloc(layout, content.length))
  koffi.encode(address, koffi.array(layout, content.length), content)
  return address
}

/** Several unsigned longs, one after the other. */
export function readUlongs(from: Block, count: number): readonly Ulong[] {
  if (count === 0) return []
  return z.array(Ulong).parse(koffi.decode(from.address, koffi.array('ulong', count, 'Array')))
}

export const ulongBytes = koffi.sizeof('ulong')

export interface Cryptoki {
  /** The number that the function returned. */
  readonly tell: (name: FunctionName, ...given: readonly Argument[]) => number
  /** Throws `TokenStop` unless the function says that it worked. */
  readonly insist: (name: FunctionName, ...given: readonly Argument[]) => void
}

function loadLibrary(path: string): unknown {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new TokenStop('token-module-missing')
  try {
    const list = [null]
    const returned: unknown = koffi.load(path).func('C_GetFunctionList', 'ulong', [koffi.out(koffi.pointer('void *'))])(list)
    if (returned !== RV.ok) throw new TokenStop('token-module-unusable')
    return list[0]
  } catch {
    throw new TokenStop('token-module-unusable')
  }
}

/** The module at `path`, loaded and initialized. Throws `TokenStop` when there is none, or it is something else. */
export function openModule(path: string): Cryptoki {
  const list = Pointer.safeParse(loadLibrary(path))
  if (!list.success || list.data === 0n) throw new TokenStop('token-module-unusable')
  const read = z.object({ functions: z.array(z.bigint().nullable()).length(FUNCTIONS_READ) })
  const { functions } = read.parse(koffi.decode(list.data, functionList))
  const tell: Cryptoki['tell'] = (name, ...given) => {
    const [place, takes] = FUNCTIONS[name]
    const pointer = functions[place] ?? 0n
    if (pointer === 0n) throw new TokenStop('token-module-unusable')
    return Number(Ulong.parse(koffi.call(pointer, koffi.proto('ulong', [...takes]), ...given)))
  }
  const initialized = tell('C_Initialize', null)
  if (initialized !== RV.ok && initialized !== RV.alreadyInitialized) throw new TokenStop('token-module-unusable')
  return {
    tell,
    insist: (name, ...given) => {
      const returned = tell(name, ...given)
      if (returned !== RV.ok) throw new TokenStop(faultOf(returned))
    },
  }
}
