// Installs the Debian or Ubuntu packages that are missing, or names the one command that does.
import { accessSync, constants, existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { lastWords, runQuietly } from './child.mjs'
import { step } from './progress.mjs'
import { SetupFault } from './setup-fault.mjs'

const SEARCH_PATH = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin', '/usr/local/sbin']

const WINDOW_LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
  'libxkbcommon0',
]

const PACKAGE_BY_TOOL = {
  gcc: 'gcc',
  'g++': 'g++',
  make: 'make',
  python3: 'python3',
  Xvfb: 'xvfb',
  xauth: 'xauth',
  pdfsig: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  strace: 'strace',
  ip: 'iproute2',
  unshare: 'util-linux',
  runuser: 'util-linux',
  'softhsm2-util': 'softhsm2',
  'pkcs11-tool': 'opensc',
}

const COMPILERS = ['gcc', 'g++', 'make', 'python3']
const DISPLAY_TOOLS = ['Xvfb', 'xauth']
const TEST_TOOLS = ['pdfsig', 'pdfinfo', 'pdfdetach', 'pdftoppm', 'qpdf', 'strace', 'ip', 'unshare', 'softhsm2-util', 'pkcs11-tool']

const isRunnable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const hasTool = (name) => SEARCH_PATH.some((folder) => folder !== '' && isRunnable(path.join(folder, name)))

/** Which of the named programs are not on this machine. */
const missingTools = (names) => names.filter((name) => !hasTool(name))

const isDebianLike = () => {
  if (!existsSync('/etc/os-release')) return false
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/mu.test(readFileSync('/etc/os-release', 'utf8'))
}

const isRoot = () => process.getuid?.() === 0

const listsAreEmpty = () =>
  !existsSync('/var/lib/apt/lists') || !readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages'))

const apt = (args) =>
  runQuietly('apt-get', ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })

// Ubuntu 24.04 and Debian 13 renamed these libraries for 64-bit time.
const RENAMED = new Set(['libgtk-3-0', 'libatk-bridge2.0-0', 'libcups2', 'libasound2'])

const withCurrentNames = async (packages) => {
  const { code } = await runQuietly('apt-cache', ['show', '--no-all-versions', 'libgtk-3-0t64'])
  return code === 0 ? packages.map((name) => (RENAMED.has(name) ? `${name}t64` : name)) : packages
}

const explain = (result) => {
  const words = `${result.stdout}\n${result.stderr}`
  if (/No space left|enough free space/u.test(words)) return 'the disk is full; free about 500 MB and run the command again'
  if (/Temporary failure resolving|Could not connect|Could not resolve|Unable to fetch|Failed to fetch/u.test(words))
    return "Debian's package server cannot be reached; connect to the network once and run the command again"
  return `apt-get said: ${lastWords(result)}; correct that and run the command again`
}

const install = async (packages) => {
  if (listsAreEmpty()) await apt(['update'])
  const names = await withCurrentNames(packages)
  const args = ['install', '--no-install-recommends', ...names]
  const first = await apt(args)
  if (first.code === 0) return
  await apt(['update'])
  const second = await apt(['install', '--no-install-recommends', ...(await withCurrentNames(packages))])
  if (second.code !== 0) throw new SetupFault(`The system packages ${names.join(' ')} could not be installed: ${explain(second)}.`)
}

const provide = async ({ packages, why, missing }) => {
  const names = [...new Set(packages)]
  if (!isDebianLike())
    throw new SetupFault(
      `This machine lacks ${missing.join(', ')}, needed ${why}; install them with your system's package manager (Debian calls the packages ${names.join(' ')}) and run the command again.`,
    )
  if (!isRoot() || missingTools(['apt-get']).length > 0)
    throw new SetupFault(
      `This machine lacks ${missing.join(', ')}, needed ${why}; type \`sudo apt-get install --no-install-recommends ${names.join(' ')}\` and run the command again.`,
    )
  await step({ title: `installing ${names.join(' ')} ${why}`, cost: 'up to 1 min' }, () => install(names))
}

const ensureTools = async (tools, why) => {
  const missing = missingTools(tools)
  if (missing.length === 0) return
  await provide({ packages: missing.map((name) => PACKAGE_BY_TOOL[name]), why, missing })
  const still = missingTools(tools)
  if (still.length > 0)
    throw new SetupFault(`${still.join(', ')} is still missing after installing its package; install it by hand and run the command again.`)
}

/** Makes sure that the C++ compiler, make and Python are there. */
export const ensureCompilers = () => ensureTools(COMPILERS, 'to compile the SQLite addon')

/** Makes sure that a virtual display can be started. */
export const ensureDisplayTools = () => ensureTools(DISPLAY_TOOLS, 'to show windows without a display')

/** Makes sure that the programs are there which the tests compare our PDFs and our network silence against. */
export const ensureTestTools = () => ensureTools(TEST_TOOLS, 'to run the tests')

const missingLibraries = async (binary) => {
  const { stdout } = await runQuietly('ldd', [binary], { env: { ...process.env, LC_ALL: 'C' } })
  return [...stdout.matchAll(/^\s*(\S+) => not found/gmu)].map((match) => match[1])
}

/** Makes sure that the shared libraries Electron links against are there (Linux only). */
export const ensureElectronLibraries = async (binary) => {
  if (process.platform !== 'linux') return
  const missing = await missingLibraries(binary)
  if (missing.length === 0) return
  await provide({ packages: WINDOW_LIBRARIES, why: 'to open windows', missing })
  const still = await missingLibraries(binary)
  if (still.length > 0)
    throw new SetupFault(`Electron still lacks ${still.join(', ')}; install the packages that hold them and run the command again.`)
}
