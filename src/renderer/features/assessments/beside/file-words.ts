// What a file is in words: of which kind, and whether its name says something else than its content.

/** Media type → key of its word, and the endings that names of such files have. */
const kinds = {
  'application/pdf': ['pdf', ['pdf']],
  'image/png': ['png', ['png']],
  'image/jpeg': ['jpeg', ['jpg', 'jpeg', 'jpe', 'jfif']],
  'image/gif': ['gif', ['gif']],
  'image/webp': ['webp', ['webp']],
  'image/tiff': ['tiff', ['tif', 'tiff']],
  'image/heic': ['heic', ['heic', 'heif']],
  'image/svg+xml': ['svg', ['svg']],
  'text/plain': ['text', ['txt', 'csv', 'md', 'log', 'json', 'yaml', 'yml', 'tsv', 'ini', 'conf', 'asc']],
  'text/html': ['html', ['html', 'htm', 'xhtml', 'mht', 'mhtml']],
  'text/x-shellscript': ['script', ['sh']],
  'message/rfc822': ['mail', ['eml', 'mbox', 'txt', 'mht', 'mhtml']],
  'application/xml': ['xml', ['xml', 'xsd', 'xsl']],
  'application/rtf': ['rtf', ['rtf', 'doc']],
  'application/zip': ['zip', ['zip', 'jar', 'docx', 'xlsx', 'pptx', 'odt', 'ods']],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['word', ['docx', 'dotx', 'docm']],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['excel', ['xlsx', 'xltx', 'xlsm']],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['slides', ['pptx', 'potx', 'pptm']],
  'application/vnd.oasis.opendocument.text': ['word', ['odt']],
  'application/vnd.oasis.opendocument.spreadsheet': ['excel', ['ods']],
  'application/x-ole-storage': ['oldOffice', ['doc', 'xls', 'ppt', 'msg']],
  'application/gzip': ['zip', ['gz', 'tgz']],
  'application/x-7z-compressed': ['zip', ['7z']],
  'application/vnd.rar': ['zip', ['rar']],
  'application/vnd.microsoft.portable-executable': ['program', ['exe', 'dll', 'msi', 'scr', 'com']],
  'application/x-elf': ['program', ['so', 'bin']],
  'video/mp4': ['video', ['mp4', 'm4v', 'mov']],
} as const

export type FileKind = (typeof kinds)[keyof typeof kinds][0] | 'other'

function isKnown(mediaType: string): mediaType is keyof typeof kinds {
  return Object.hasOwn(kinds, mediaType)
}

/** The key of the word for a media type. */
export function kindOf(mediaType: string): FileKind {
  return isKnown(mediaType) ? kinds[mediaType][0] : 'other'
}

/** True when the ending of the name belongs to another kind than the content: a program that calls itself a picture. */
export function isNameMisleading(fileName: string, mediaType: string): boolean {
  const ending = /\.([^.]{1,8})$/u.exec(fileName)?.[1]?.toLowerCase()
  if (ending === undefined) return false
  const own: readonly string[] = isKnown(mediaType) ? kinds[mediaType][1] : []
  if (own.includes(ending)) return false
  return Object.values(kinds).some(([, endings]) => endings.some((one) => one === ending))
}
