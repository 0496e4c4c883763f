// Finds the command files of the project's own npm tools and the environment they run in (Node 24 first on the PATH).
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inRepo } from './places.mjs'

/** The JavaScript file behind a package's command, to be run by the project's Node on any platform. */
export const toolFile = (packageName, command) => {
  const folder = inRepo('node_modules', ...packageName.split('/'))
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** The environment for project tools: this one, with the project's Node first on the PATH. */
export const toolEnv = () => ({ ...process.env, PATH: `${inRepo('node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}` })
