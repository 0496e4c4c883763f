// The switches: what every start sets, and what a packaged app takes away or refuses.
import { describe, expect, test } from 'vitest'
import { type CommandLine, setSwitches } from './switches.ts'

/** A command line in memory that, like Chromium's, lets the last value of a switch win. */
function commandLineOf(...given: readonly string[]): CommandLine & { readonly values: Map<string, string> } {
  const values = new Map(given.map((text): [string, string] => [text.split('=')[0] ?? '', text.split('=')[1] ?? '']))
  return {
    values,
    appendSwitch: (name, value = '') => {
      values.set(name, value)
    },
    removeSwitch: (name) => {
      values.delete(name)
    },
    hasSwitch: (name) => values.has(name),
  }
}

const dangerous = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  'proxy-bypass-list',
  'disable-web-security',
  'load-extension',
  'js-flags',
  'log-net-log',
  'ssl-key-log-file',
  'user-data-dir',
  'host-rules',
  'disable-site-isolation-trials',
  'enable-logging',
  'log-file',
  'enable-features',
  'enable-blink-features',
]
const refused = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'single-process',
  'in-process-gpu',
  'no-zygote',
]

describe('every start', () => {
  test.each([true, false])('silences Chromium and lets no name be looked up (packaged: %s)', (isPackaged) => {
    const commandLine = commandLineOf('host-resolver-rules=MAP * 203.0.113.7')
    expect(setSwitches(commandLine, { isPackaged })).toBeNull()
    expect(commandLine.values.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(commandLine.values.get('force-webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp')
    for (const name of ['disable-background-networking', 'disable-component-update', 'no-pings', 'no-proxy-server'])
      expect(commandLine.hasSwitch(name)).toBe(true)
  })
})

describe('a packaged app', () => {
  test.each(dangerous)('takes --%s away', (name) => {
    const commandLine = commandLineOf(`${name}=1`)
    expect(setSwitches(commandLine, { isPackaged: true })).toBeNull()
    expect(commandLine.hasSwitch(name)).toBe(false)
  })

  test.each(refused)('does not start with --%s, and names it', (name) => {
    expect(setSwitches(commandLineOf(name), { isPackaged: true })).toBe(name)
  })
})

describe('a developer’s start', () => {
  test.each([...dangerous, ...refused])('leaves --%s alone', (name) => {
    const commandLine = commandLineOf(name)
    expect(setSwitches(commandLine, { isPackaged: false })).toBeNull()
    expect(commandLine.hasSwitch(name)).toBe(true)
  })
})
