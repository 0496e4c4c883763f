// Asks for every permission a page can ask for; runs inside the page.

/** The answer to each request: `granted`, or how it was refused. */
export async function askForPermissions(): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  const settle = async (name: string, ask: () => unknown) => {
    const tooLong = new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 1_500))
    const asked = (async () => {
      const answer = await ask()
      if (answer === undefined || answer === null || answer === false || (Array.isArray(answer) && answer.length === 0)) return 'nothing'
      return typeof answer === 'string' ? answer : 'granted'
    })()
    answers[name] = await Promise.race([asked, tooLong]).catch((error: unknown) => (error instanceof Error ? error.name : 'refused'))
  }
  /** Interfaces that only some builds have: calling a missing one is a refusal. */
  const call = (owner: unknown, path: string, ...input: unknown[]): unknown => {
    const names = path.split('.')
    const last = names.pop() ?? ''
    let holder: unknown = owner
    for (const name of names) holder = Reflect.get(Object(holder), name)
    return Reflect.apply(Reflect.get(Object(holder), last), holder, input)
  }
  const states = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'midi',
    'clipboard-read',
    'clipboard-write',
    'persistent-storage',
    'background-sync',
    'screen-wake-lock',
    'display-capture',
    'window-management',
    'local-fonts',
    'storage-access',
    'payment-handler',
    'idle-detection',
  ]
  await Promise.all([
    ...states.map((name) =>
      settle(`state of ${name}`, async () => String(Reflect.get(Object(await call(navigator, 'permissions.query', { name })), 'state'))),
    ),
    settle('notification', () => call(window, 'Notification.requestPermission')),
    settle(
      'position',
      () =>
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(resolve, (error) => reject(new DOMException(error.message, 'NotAllowedError'))),
        ),
    ),
    settle('camera and microphone', () => call(navigator, 'mediaDevices.getUserMedia', { audio: true, video: true })),
    settle('screen', () => call(navigator, 'mediaDevices.getDisplayMedia', { video: true })),
    settle('reading the clipboard', () => call(navigator, 'clipboard.readText')),
    settle('musical instruments', () => call(navigator, 'requestMIDIAccess', { sysex: true })),
    settle('USB', () => call(navigator, 'usb.requestDevice', { filters: [] })),
    settle('human interface devices', () => call(navigator, 'hid.requestDevice', { filters: [] })),
    settle('serial ports', () => call(navigator, 'serial.requestPort')),
    settle('Bluetooth', () => call(navigator, 'bluetooth.requestDevice', { acceptAllDevices: true })),
    settle('keeping the screen awake', () => call(navigator, 'wakeLock.request', 'screen')),
    settle('lasting storage', () => call(navigator, 'storage.persist')),
    settle('local fonts', () => call(window, 'queryLocalFonts')),
    settle('opening files', () => call(window, 'showOpenFilePicker')),
    settle('writing files', () => call(window, 'showSaveFilePicker')),
    settle('opening folders', () => call(window, 'showDirectoryPicker')),
    settle('screens', () => call(window, 'getScreenDetails')),
    settle('pointer', () => call(document.body, 'requestPointerLock')),
    settle('whole screen', () => call(document.body, 'requestFullscreen')),
    settle('keys', () => call(navigator, 'keyboard.lock')),
    settle('idle detection', () => call(window, 'IdleDetector.requestPermission')),
    settle('protocol handler', () => call(navigator, 'registerProtocolHandler', 'web+gatehouse', 'https://example.invalid/?%s')),
  ])
  return answers
}
