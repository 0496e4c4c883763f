// The licence texts of packages and fonts, each once.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ShippedPart } from '../../src/renderer/features/about/shipped-part.ts'
import type { Shipped } from './shipped-packages.ts'

const Fonts = z.looseObject({ families: z.array(z.looseObject({ name: z.string(), from: z.string() })) })
const licenceFile = /^(licen[cs]e|copying|notice|third-?party-?(notices?|licen[cs]es?))([-.].*)?$/i

/** The texts in a package's own folder; none where it is not installed, such as one for another system. */
function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && licenceFile.test(entry.name))
  return files.map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim()).sort()
}

/** Every package that is installed here and every font, by name, with the places of its texts in `texts`. */
export function readLicences(
  root: string,
  shipped: Shipped,
): { readonly parts: readonly ShippedPart[]; readonly texts: readonly string[] } {
  const texts: string[] = []
  const placesOf = (own: readonly string[]) =>
    own.map((text) => {
      if (!texts.includes(text)) texts.push(text)
      return texts.indexOf(text)
    })
  const installed = shipped.packages.filter(({ path }) => existsSync(join(root, path)))
  const packages = installed.map(({ path, name, version, licence }) => ({
    name,
    version,
    licence: licence ?? '',
    texts: placesOf(textsIn(join(root, path))),
  }))
  const fonts = join(root, 'resources/fonts')
  const { families } = Fonts.parse(JSON.parse(readFileSync(join(fonts, 'fonts.json'), 'utf8')))
  const typefaces = families.map(({ name, from }) => {
    const file = join(fonts, `OFL-${name.replaceAll(' ', '')}.txt`)
    return {
      name,
      version: `made from ${from}`,
      licence: 'OFL-1.1',
      texts: placesOf(existsSync(file) ? [readFileSync(file, 'utf8').trim()] : []),
    }
  })
  return { parts: [...packages, ...typefaces].sort((a, b) => a.name.localeCompare(b.name, 'en')), texts }
}
