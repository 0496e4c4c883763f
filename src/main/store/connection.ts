// Opens the encrypted database file with the settings that durability and secrecy rest on.
import Sqlite from 'better-sqlite3'

/** 'GATE' as a 32-bit number: SQLite's own mark for whose file this is. */
export const applicationId = 0x47415445

export interface ConnectionSettings {
  readonly path: string
  readonly key: Buffer
  readonly mustExist: boolean
  readonly isReadOnly: boolean
  /** A rebuilt native addon for runtimes that cannot load the shipped one; undefined for the shipped one. */
  readonly sqliteBinding: string | undefined
}

/**
 * The settings every connection runs with, read back by a test.
 * DELETE and EXTRA: a commit is on the disk when it returns, and a copy of the folder is whole.
 * Up to 32 MB of decrypted pages are kept, so that lists of a large vault are not decrypted again at every key press.
 * EXCLUSIVE: no second process writes. MEMORY: SQLite never writes rows of ours into a temporary file in clear.
 */
export const connectionPragmas = {
  temp_store: 2,
  cache_size: -32_000,
  synchronous: 3,
  locking_mode: 'exclusive',
  journal_mode: 'delete',
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  mmap_size: 0,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  busy_timeout: 0,
} as const

// One text for all settings: each `pragma()` call would prepare a statement of its own, which takes as long as opening the file.
function settingsText(pragmas: Readonly<Record<string, string | number>>): string {
  return Object.entries(pragmas)
    .map(([name, value]) => `PRAGMA ${name} = ${value};`)
    .join('\n')
}

const writableSettings = settingsText(connectionPragmas)
// A read-only file keeps the journal it has.
const { journal_mode: _, ...withoutJournal } = connectionPragmas
const readOnlySettings = settingsText(withoutJournal)

/** Opens the file, gives it the raw key and applies the settings; reads nothing yet, so a wrong file shows on first use. */
export function openConnection(settings: ConnectionSettings): Sqlite.Database {
  const { path, isReadOnly, mustExist, sqliteBinding } = settings
  const connection = new Sqlite(path, {
    readonly: isReadOnly,
    fileMustExist: mustExist,
    timeout: 0,
    ...(sqliteBinding === undefined ? {} : { nativeBinding: sqliteBinding }),
  })
  try {
    connection.exec("PRAGMA cipher = 'sqlcipher'; PRAGMA legacy = 4")
    const key = Buffer.from(`raw:${settings.key.toString('hex')}`)
    connection.key(key)
    key.fill(0)
    connection.exec(isReadOnly ? readOnlySettings : writableSettings)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
