// How large a picture of the manual is, so that the page keeps its room before it is there.
import type { Picture } from '../../src/renderer/features/help/manual-page.ts'

/** Reads the size of a PNG file, which its first chunk says (PNG specification, 11.2.1). Throws when it is no PNG file. */
export function pictureSize(file: Buffer): Pick<Picture, 'widthPx' | 'heightPx'> {
  if (file.toString('latin1', 1, 4) !== 'PNG' || file.toString('latin1', 12, 16) !== 'IHDR')
    throw new Error('The manual shows PNG pictures only. Save the picture as PNG.')
  return { widthPx: file.readUInt32BE(16), heightPx: file.readUInt32BE(20) }
}
