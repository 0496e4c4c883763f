// Prints whether Typst sees a font family among the system's fonts: proof that the determinism test could notice them.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const family = process.argv[2] ?? ''
const compiled = NodeCompiler.create({ workspace: '/no-files-here' }).compile({ mainFileContent: `#text(font: ${JSON.stringify(family)}, fallback: false)[x]` })
process.stdout.write(`${compiled.takeWarnings() === null}\n`)
