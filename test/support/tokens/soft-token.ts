// Makes a token in software (SoftHSM) with a key and a certificate on it, in a folder of its own.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'

const places = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/softhsm/libsofthsm2.so', '/opt/homebrew/lib/softhsm/libsofthsm2.so']

/** Where SoftHSM's module is, if it is installed. */
export const softTokenPlace = () => places.find((path) => existsSync(path))

/** The same; throws with the command that installs it. */
export function softTokenModule(): string {
  const found = softTokenPlace()
  if (found === undefined) throw new Error('SoftHSM is not installed: apt-get install softhsm2 opensc')
  return found
}

export const pin = '482915'
const openSslNames = {
  rsa: ['-newkey', 'rsa:2048'],
  p256: curve('prime256v1'),
  p384: curve('secp384r1'),
  p521: curve('secp521r1'),
} as const
export type KeyKind = keyof typeof openSslNames

function curve(name: string): readonly string[] {
  return ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${name}`]
}

function run(tool: string, words: readonly string[], env: NodeJS.ProcessEnv): string {
  const done = spawnSync(tool, words, { encoding: 'utf8', env })
  if (done.status !== 0) throw new Error(`${tool} failed: ${done.error?.message ?? done.stdout + done.stderr}`)
  return done.stdout
}

export interface SoftToken {
  readonly modulePath: string
  readonly folder: string
  readonly serial: string
  readonly label: string
  readonly certificateDer: Uint8Array
  readonly issuerDer: Uint8Array
  /** Where the token keeps its objects: without it, the token is gone. */
  readonly tokensFolder: string
  readonly configPath: string
}

interface Wish {
  readonly folder: string
  readonly kind?: KeyKind
  readonly label?: string
  readonly subject?: string
  readonly extensions?: readonly string[]
  /** What pkcs11-tool is told about the key, such as `--always-auth`. */
  readonly keyWords?: readonly string[]
}

/** Makes it and points `SOFTHSM2_CONF` of this process at it. */
export function makeSoftToken({ folder, kind = 'rsa', label = 'Example card', ...wish }: Wish): SoftToken {
  const modulePath = softTokenModule()
  const at = (name: string) => join(folder, name)
  const tokensFolder = at('tokens')
  mkdirSync(tokensFolder, { recursive: true })
  const configPath = at('softhsm2.conf')
  writeFileSync(configPath, `directories.tokendir = ${tokensFolder}\nobjectstore.backend = file\nlog.level = ERROR\n`)
  useSoftToken({ configPath })
  const env = { ...process.env, SOFTHSM2_CONF: configPath }
  const openssl = (...words: readonly string[]) => run('openssl', words, env)
  const { subject = '/CN=Ada Byron/O=Example Ltd/C=GB', extensions = ['keyUsage=critical,digitalSignature,nonRepudiation'] } = wish
  openssl(
    'req',
    '-x509',
    ...curve('prime256v1'),
    '-nodes',
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-subj',
    '/CN=Card Root/O=Issuer',
    '-days',
    '3650',
  )
  openssl('req', '-new', ...openSslNames[kind], '-nodes', '-keyout', at('key.pem'), '-out', at('card.csr'), '-subj', subject)
  writeFileSync(at('ext.cnf'), ['basicConstraints=critical,CA:FALSE', ...extensions].join('\n'))
  openssl(
    'x509',
    '-req',
    '-in',
    at('card.csr'),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-out',
    at('card.pem'),
    '-extfile',
    at('ext.cnf'),
    '-days',
    '365',
  )
  for (const name of ['card', 'ca']) openssl('x509', '-in', at(`${name}.pem`), '-outform', 'DER', '-out', at(`${name}.der`))
  run('softhsm2-util', ['--init-token', '--free', '--label', label, '--so-pin', '12345678', '--pin', pin], env)
  openssl('pkey', '-in', at('key.pem'), '-outform', 'DER', '-out', at('key.der'))
  const tool = (...words: readonly string[]) =>
    run('pkcs11-tool', ['--module', modulePath, '--token-label', label, '--login', '--pin', pin, ...words], env)
  tool('--write-object', at('key.der'), '--type', 'privkey', '--id', '02', '--label', 'Sign', '--usage-sign', ...(wish.keyWords ?? []))
  tool('--write-object', at('card.der'), '--type', 'cert', '--id', '02', '--label', 'Certificate')
  tool('--write-object', at('ca.der'), '--type', 'cert', '--id', 'ca', '--label', 'Issuer')
  const serial = /serial num\s*:\s*(\S+)/.exec(run('pkcs11-tool', ['--module', modulePath, '--list-token-slots'], env))?.[1] ?? ''
  return {
    modulePath,
    folder,
    serial,
    label,
    certificateDer: new X509Certificate(readFileSync(at('card.pem'))).raw,
    issuerDer: new X509Certificate(readFileSync(at('ca.pem'))).raw,
    tokensFolder,
    configPath,
  }
}

/** Makes this token the one that SoftHSM shows to processes that are started from here. */
export function useSoftToken({ configPath }: Pick<SoftToken, 'configPath'>): void {
  process.env['SOFTHSM2_CONF'] = configPath
}
