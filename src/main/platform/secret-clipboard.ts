// Takes a copied secret off the clipboard again: after a while, on lock and on quit, but never what somebody copied since.

/** The part of the system's clipboard that is used here; older Electrons answer at once, newer ones with a promise. */
export interface TextClipboard {
  readText(): string | Promise<string>
  writeText(text: string): unknown
  clear(): unknown
}

export interface SecretClipboard {
  copy(text: string): Promise<void>
  /** Takes the secret off, when it is still there. */
  clear(): Promise<void>
}

/** How long a copied secret stays on the clipboard, in seconds. */
export const clipboardSeconds = 30

/** `schedule` calls its function after so many milliseconds and returns what cancels it. */
export function createSecretClipboard(
  clipboard: TextClipboard,
  schedule: (run: () => void, delayMs: number) => () => void,
): SecretClipboard {
  let copied: string | null = null
  let cancel: () => void = () => undefined
  const clear = async () => {
    cancel()
    const ours = copied
    copied = null
    if (ours !== null && (await clipboard.readText()) === ours) await clipboard.clear()
  }
  return {
    copy: async (text) => {
      cancel()
      copied = text
      await clipboard.writeText(text)
      cancel = schedule(() => void clear(), clipboardSeconds * 1_000)
    },
    clear,
  }
}
