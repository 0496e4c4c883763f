// Makes the name of a stranger's file harmless: no folders, nothing that hides or reorders, nothing that a file system takes for something else.

/** Longest name kept, in UTF-16 units. */
const maxLength = 120

// Control characters, line breaks, what hides or reorders the characters around it, and half characters.
const deceptive = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu
const forbiddenInNames = /[<>:"|?*]/gu
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu

function shortened(name: string): string {
  if (name.length <= maxLength) return name
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : ''
  const stem = name.slice(0, maxLength - extension.length - 1)
  // Cutting may leave the first half of a character; it goes, too.
  return `${stem.isWellFormed() ? stem : stem.slice(0, -1)}…${extension}`
}

/** The last part of the name, with an underscore where something had to go; never empty. */
export function harmlessName(name: string): string {
  const last = name.split(/[/\\]/u).findLast((part) => part.trim() !== '') ?? ''
  const plain = last
    .normalize('NFC')
    .replace(deceptive, '_')
    .replace(forbiddenInNames, '_')
    .replace(/[. ]+$/u, '')
    .trimStart()
  const kept = shortened(plain.replace(/^\.+/u, '_'))
  if (kept === '') return 'file'
  return deviceName.test(kept) ? `_${kept}` : kept
}
