// Command-line switches: the ones that silence Chromium's own network, and the ones no user of a packaged app may bring in.

/** The part of Electron's command line that is used here. */
export interface CommandLine {
  appendSwitch(name: string, value?: string): void
  removeSwitch(name: string): void
  hasSwitch(name: string): boolean
}

/** Silences everything in Chromium that would look for a network of its own accord. Source: Electron and Chromium switch lists; measured by the network test. */
const quietSwitches: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['disable-quic'],
  ['no-pings'],
  ['no-proxy-server'],
  ['no-first-run'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  [
    'disable-features',
    'MediaRouter,OptimizationHints,AutofillServerCommunication,Translate,NetworkTimeServiceQuerying,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,WebRtcHideLocalIpsWithMdns',
  ],
]

/** Switches that would open a port, turn protection off or write keys to a file. */
const dangerousSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'host-rules',
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
  'disable-site-isolation-trials',
  'enable-logging',
  'log-file',
  'enable-features',
  'enable-blink-features',
] as const

/** Switches that would run the page without its sandbox. */
const refusedSwitches = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'single-process',
  'in-process-gpu',
  'no-zygote',
] as const

/**
 * Sets the switches; must run before `ready`. In a packaged app dangerous switches are taken away,
 * and a switch that turns the sandbox off is a reason not to start: its name is returned.
 */
export function setSwitches(commandLine: CommandLine, options: { readonly isPackaged: boolean }): string | null {
  for (const [name, value] of quietSwitches) commandLine.appendSwitch(name, value)
  if (!options.isPackaged) return null
  for (const name of dangerousSwitches) commandLine.removeSwitch(name)
  return refusedSwitches.find((name) => commandLine.hasSwitch(name)) ?? null
}
