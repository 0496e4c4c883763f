// Where the makers of cards and tokens put their PKCS#11 modules. Only system folders, which need an administrator to write to.

interface KnownModule {
  readonly name: string
  readonly path: string
}

const linuxFolders = ['/usr/lib', '/usr/lib64', `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`, '/usr/local/lib']

function inFolders(name: string, folders: readonly string[], fileNames: readonly string[]): readonly KnownModule[] {
  return folders.flatMap((folder) => fileNames.map((fileName) => ({ name, path: `${folder}/${fileName}` })))
}

const onLinux: readonly KnownModule[] = [
  ...inFolders('OpenSC (PIV, CAC and many other cards)', linuxFolders, ['opensc-pkcs11.so']),
  ...inFolders('YubiKey', linuxFolders, ['libykcs11.so.2', 'libykcs11.so']),
  ...inFolders('SafeNet eToken', linuxFolders, ['libeTPkcs11.so']),
  ...inFolders('Thales IDPrime', linuxFolders, ['libIDPrimePKCS11.so']),
  ...inFolders('ActivClient', linuxFolders, ['libacpkcs211.so']),
  ...inFolders('SoftHSM (no card: keys in files, for trials)', ['/usr/lib/softhsm', '/usr/lib64/softhsm'], ['libsofthsm2.so']),
]

const onMac: readonly KnownModule[] = [
  { name: 'OpenSC (PIV, CAC and many other cards)', path: '/Library/OpenSC/lib/opensc-pkcs11.so' },
  { name: 'YubiKey', path: '/usr/local/lib/libykcs11.dylib' },
  { name: 'SafeNet eToken', path: '/usr/local/lib/libeTPkcs11.dylib' },
  { name: 'Thales IDPrime', path: '/usr/local/lib/libIDPrimePKCS11.dylib' },
  { name: 'ActivClient', path: '/Library/ActivIdentity/Middleware/acpkcs211.dylib' },
]

const onWindows: readonly KnownModule[] = [
  { name: 'OpenSC (PIV, CAC and many other cards)', path: 'C:\\Program Files\\OpenSC Project\\OpenSC\\pkcs11\\opensc-pkcs11.dll' },
  { name: 'YubiKey', path: 'C:\\Program Files\\Yubico\\Yubico PIV Tool\\bin\\libykcs11.dll' },
  { name: 'SafeNet eToken', path: 'C:\\Windows\\System32\\eTPKCS11.dll' },
  { name: 'Thales IDPrime', path: 'C:\\Windows\\System32\\IDPrimePKCS1164.dll' },
  { name: 'ActivClient', path: 'C:\\Program Files\\HID Global\\ActivClient\\acpkcs211.dll' },
]

/** Modules by name and place on this kind of system, whether they are there or not. */
export const knownModules: readonly KnownModule[] =
  process.platform === 'win32' ? onWindows : process.platform === 'darwin' ? onMac : onLinux
