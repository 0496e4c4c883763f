// Builds the worker and the window probe into out/bench, bundled the way the product is.
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

// Argon2's addon is left out as well, by the plugin below.
const nativeAddons = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler']

/** Lets the product's Argon2id call go through the bench's clock. */
function timeDerivation(): Plugin {
  const clock = join(import.meta.dirname, 'worker/timed-derivation.ts')
  return {
    name: 'time-derivation',
    enforce: 'pre',
    resolveId: (source, importer) => (source === '@node-rs/argon2' ? (importer === clock ? { id: source, external: true } : clock) : null),
  }
}

export interface BuiltBench {
  readonly workerPath: string
  readonly probePath: string
  readonly bareWindowPath: string
}

export async function buildBench(root: string): Promise<BuiltBench> {
  const outDir = join(root, 'out/bench')
  const source = (path: string) => join(import.meta.dirname, path)
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [timeDerivation()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      reportCompressedSize: false,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: { worker: source('worker/worker.ts'), probe: source('window/probe.ts'), 'bare-window': source('window/bare-window.ts') },
        external: ['electron', ...nativeAddons],
        checks: { ineffectiveDynamicImport: false },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return { workerPath: join(outDir, 'worker.js'), probePath: join(outDir, 'probe.js'), bareWindowPath: join(outDir, 'bare-window.js') }
}
