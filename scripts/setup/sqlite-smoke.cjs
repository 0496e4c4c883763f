// Run on the Electron that ships: opens an encrypted database with the addon named on the command line and reads a row back.
'use strict'
const { mkdtempSync, readFileSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const [sqlitePackage, nativeBinding] = process.argv.slice(2)
const Database = require(sqlitePackage)
const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-sqlite-'))

try {
  const file = path.join(folder, 'smoke.db')
  const db = new Database(file, nativeBinding === undefined ? {} : { nativeBinding })
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  db.pragma(`key="x'${'5a'.repeat(32)}'"`)
  db.exec("CREATE TABLE note (body TEXT) STRICT; INSERT INTO note VALUES ('plain words')")
  const row = db.prepare('SELECT body FROM note').get()
  db.close()
  const leaked = readFileSync(file).includes('plain words') || readFileSync(file).includes('SQLite format 3')
  if (row.body !== 'plain words' || leaked) throw new Error('the database is not encrypted')
  process.stdout.write('sqlite ok\n')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
