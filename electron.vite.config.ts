// How the three parts of the app are built: main (window, engine and command line), preload, page.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { manualPlugin } from './scripts/manual/vite-manual.ts'
import { licencesPlugin, sbomPlugin } from './scripts/shipped/vite-shipped.ts'

// Native addons stay outside the bundle; everything else is bundled, so that a start reads few files.
const nativeAddons = ['better-sqlite3', '@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler', 'koffi']

const at = (path: string) => resolve(import.meta.dirname, path)

/** Decoders of scanned pages: the preview loads them by their names when a PDF holds such images. */
const pdfDecoders = {
  name: 'pdf-decoders',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string }): void {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'])
      this.emitFile({ type: 'asset', fileName: `pdf-reader/${name}`, source: readFileSync(at(`node_modules/pdfjs-dist/wasm/${name}`)) })
  },
}

export default defineConfig({
  main: {
    plugins: [sbomPlugin(at('.'))],
    // The build of fflate for Node can start threads. Ours packs in the process it is in, as the one for browsers does.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          engine: at('src/main/engine/process.ts'),
          token: at('src/main/tokens/process.ts'),
          cli: at('src/main/cli/index.ts'),
        },
        external: ['electron', ...nativeAddons],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/main/preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), pdfDecoders, manualPlugin(at('.')), licencesPlugin(at('.'))],
    build: {
      outDir: 'out/renderer',
      // The page's code is read at every start; main keeps its names, because fault reports list the functions they went through.
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: at('src/renderer/index.html'), preview: at('src/renderer/preview.html') } },
    },
  },
})
