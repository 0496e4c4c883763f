// Where the worker finds the product's resources; it runs from out/bench.
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const resourcesDirectory = at('resources')
export const examplesDirectory = at('examples')
export const goldenDirectory = at('test/golden')
/** Only for runtimes that cannot load the shipped addon. */
export const sqliteBinding = process.env['GATEHOUSE_SQLITE_BINDING']
