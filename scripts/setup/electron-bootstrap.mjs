// Stands in for Electron's default_app in the fallback runtime: `electron [-r module] folder [args]` loads that app.
import { app } from 'electron'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const readCommandLine = (args) => {
  const preload = []
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '-r' || args[i] === '--require') {
      i += 1
      preload.push(args[i])
    } else if (!args[i].startsWith('-')) return { preload, target: args[i] }
  }
  return { preload, target: null }
}

const readManifest = (folder) => {
  const file = path.join(folder, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

const findEntry = (target) => {
  const resolved = path.resolve(target)
  if (!statSync(resolved).isDirectory()) return { entry: resolved, folder: path.dirname(resolved), manifest: {} }
  const manifest = readManifest(resolved)
  return { entry: path.resolve(resolved, manifest.main ?? 'index.js'), folder: resolved, manifest }
}

const loadApp = async (target) => {
  const { entry, folder, manifest } = findEntry(target)
  const name = manifest.productName ?? manifest.name
  if (name !== undefined) app.setName(name)
  if (manifest.version !== undefined) app.setVersion(manifest.version)
  app.setAppPath(folder)
  await import(pathToFileURL(entry).href)
}

const { preload, target } = readCommandLine(process.argv.slice(1))
for (const name of preload) createRequire(path.join(process.cwd(), 'index.js'))(name)
if (target === null) {
  process.stderr.write('electron: name the folder of the app to start, for example `electron .`\n')
  app.exit(2)
} else {
  try {
    // Electron holds back its ready event until this top-level await settles, as its own default_app does.
    await loadApp(target)
  } catch (error) {
    process.stderr.write(`electron: could not load ${target}: ${error.stack}\n`)
    app.exit(1)
  }
}
