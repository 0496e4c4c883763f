// What of this program's environment a token's process gets: what modules need to find readers and settings, and no more.

const needed = [
  // Windows and the C library.
  'SystemRoot',
  'windir',
  'SystemDrive',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'APPDATA',
  'LOCALAPPDATA',
  'USERPROFILE',
  'TEMP',
  'TMP',
  'TMPDIR',
  'HOME',
  'PATH',
  'LANG',
  'LC_ALL',
  // Where a reader or its settings are, and a window for modules that ask for the PIN in one.
  'XDG_RUNTIME_DIR',
  'XDG_CONFIG_HOME',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'PCSCLITE_CSOCK_NAME',
  'OPENSC_CONF',
  'SOFTHSM2_CONF',
] as const

/** The variables of `environment` that a token's process may know. */
export function tokenEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    needed.flatMap((name) => {
      const value = environment[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
