// Bundles a script of the tests the way the product is bundled, so that a plain Node can run it in a process of its own.
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/** Returns the path of the built script, which stands in `out/test`, where Node finds the native addons. */
export async function buildScript(name: string): Promise<string> {
  const outDir = join(root, 'out/test', name)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      reportCompressedSize: false,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: { [name]: join(import.meta.dirname, `${name}.ts`) },
        external: ['better-sqlite3', '@node-rs/argon2'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return join(outDir, `${name}.js`)
}
