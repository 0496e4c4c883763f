// Fetches the strictest checkers of signed PDFs into the per-user cache, or says why one is not to be had.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { lastWords, runQuietly } from './child.mjs'
import { inCache, inRepo } from './places.mjs'
import { step } from './progress.mjs'

const VERAPDF = {
  address: 'https://repo1.maven.org/maven2/org/verapdf/apps/cli/1.30.2/cli-1.30.2.jar',
  sha256: '287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332',
}
const PYHANKO = ['pyhanko==0.38.0', 'pyhanko-certvalidator==0.33.0']
const TRESTLE = ['compliance-trestle==5.2.0']
const FETCH_LIMIT_MS = 300_000

/** { command } when the checker is ready, { reason } when it is not. */
const ready = (command) => ({ command, reason: null })
const absent = (reason) => ({ command: null, reason })

const hasCommand = async (command, args) => (await runQuietly(command, args, { timeoutMs: 30_000 })).code === 0

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

const fetchVeraPdf = async (file) => {
  const response = await fetch(VERAPDF.address, { signal: AbortSignal.timeout(FETCH_LIMIT_MS) })
  if (!response.ok) throw new Error(`Maven Central answered ${response.status}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (sha256(bytes) !== VERAPDF.sha256) throw new Error('what arrived is not the file that was asked for')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, bytes)
  renameSync(`${file}.new`, file)
}

/** veraPDF: PDF/A and PDF/UA. Needs Java and, the first time, Maven Central. */
const ensureVeraPdf = async () => {
  if (!(await hasCommand('java', ['-version']))) return absent('Java is not installed')
  const file = inCache('conformance', 'verapdf-1.30.2.jar')
  try {
    if (!existsSync(file) || sha256(readFileSync(file)) !== VERAPDF.sha256)
      await step({ title: 'fetching veraPDF from Maven Central', cost: '20 MB' }, () => fetchVeraPdf(file))
  } catch (error) {
    return absent(`Maven Central cannot be reached (${error.message})`)
  }
  return ready(['java', '-jar', file])
}

/** EU DSS: what the signature is called and whether anything was changed. Needs Java, Maven and, the first time, Maven Central. */
const ensureDss = async () => {
  if (!(await hasCommand('java', ['-version'])) || !(await hasCommand('mvn', ['-version']))) return absent('Java or Maven is not installed')
  const folder = inCache('conformance', 'dss-6.2')
  const classPath = path.join(folder, 'class-path.txt')
  if (!existsSync(classPath)) {
    mkdirSync(folder, { recursive: true })
    const pom = inRepo('test', 'conformance', 'dss', 'pom.xml')
    const args = ['-q', '-B', '-f', pom, `-Dmaven.repo.local=${path.join(folder, 'repository')}`]
    const fetched = await step({ title: 'fetching EU DSS from Maven Central', cost: '40 MB' }, () =>
      runQuietly('mvn', [...args, 'dependency:build-classpath', `-Dmdep.outputFile=${classPath}.new`], { timeoutMs: FETCH_LIMIT_MS }),
    )
    if (fetched.code !== 0) return absent(`Maven could not fetch it (${lastWords(fetched)})`)
    renameSync(`${classPath}.new`, classPath)
  }
  return ready(['java', '-cp', readFileSync(classPath, 'utf8').trim(), inRepo('test', 'conformance', 'dss', 'Check.java')])
}

/** A program in Python with its packages in an environment of its own. Needs Python and, the first time, PyPI. */
const ensurePython = async ({ title, folder, packages, module, script, cost }) => {
  if (!(await hasCommand('python3', ['-c', 'import venv, ensurepip']))) return absent('Python 3 with venv is not installed')
  const environment = inCache('conformance', folder)
  const python = path.join(environment, 'bin', 'python')
  if (!(existsSync(python) && (await hasCommand(python, ['-c', `import ${module}`])))) {
    const made = await runQuietly('python3', ['-m', 'venv', '--clear', environment], { timeoutMs: FETCH_LIMIT_MS })
    if (made.code !== 0) return absent(`Python could not make an environment (${lastWords(made)})`)
    const fetched = await step({ title: `fetching ${title} from PyPI`, cost }, () =>
      runQuietly(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], { timeoutMs: FETCH_LIMIT_MS }),
    )
    if (fetched.code !== 0) return absent(`PyPI cannot be reached (${lastWords(fetched)})`)
  }
  return ready([python, inRepo('test', 'conformance', script)])
}

/** pyHanko: cryptography, later changes, certification. */
const ensurePyHanko = () =>
  ensurePython({
    title: 'pyHanko',
    folder: 'pyhanko-0.38.0',
    packages: PYHANKO,
    module: 'pyhanko.sign.validation',
    script: 'pyhanko-check.py',
    cost: '30 MB',
  })

/** compliance-trestle: models of OSCAL that are generated from NIST's schemas. */
const ensureTrestle = () =>
  ensurePython({
    title: 'compliance-trestle',
    folder: 'trestle-5.2.0',
    packages: TRESTLE,
    module: 'trestle.oscal.poam',
    script: 'trestle-check.py',
    cost: '60 MB',
  })

/** Every checker that has to be fetched: name → { command, reason }. */
export const ensureConformanceTools = async () => ({
  verapdf: await ensureVeraPdf(),
  dss: await ensureDss(),
  pyhanko: await ensurePyHanko(),
  trestle: await ensureTrestle(),
})
