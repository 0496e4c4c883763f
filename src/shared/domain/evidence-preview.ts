// Which files that prove answers can be shown as pictures: bitmaps and PDFs, and nothing that could run or load anything.

const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** How a file of this media type is drawn; null when it is kept but never shown. */
export function previewKindOf(mediaType: string): 'picture' | 'pdf' | null {
  if (mediaType === 'application/pdf') return 'pdf'
  return pictures.has(mediaType) ? 'picture' : null
}
