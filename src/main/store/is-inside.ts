// Tells whether a place lies in a folder, such as a key file in the vault that it should protect.
import path, { type PlatformPath } from 'node:path'

/** True for the folder itself and everything below it; another drive is elsewhere. `on` is how paths are written: as on this system unless said. */
export function isInside(folder: string, place: string, on: PlatformPath = path): boolean {
  const way = on.relative(on.resolve(folder), on.resolve(place))
  return way !== '..' && !way.startsWith(`..${on.sep}`) && !on.isAbsolute(way)
}
