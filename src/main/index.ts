// Where the desktop app begins: names its files and starts it.
import { app } from 'electron'
import { fileURLToPath } from 'node:url'
import { startApp } from './platform/start-app.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

startApp({
  enginePath: at('./engine.js'),
  tokenPath: at('./token.js'),
  preloadPath: at('../preload/index.cjs'),
  pageDirectory: at('../renderer'),
  resourcesDirectory: at('../../resources'),
  sbomPath: at('./sbom.cdx.json'),
  sqliteBinding: app.isPackaged ? undefined : process.env['GATEHOUSE_SQLITE_BINDING'],
})
