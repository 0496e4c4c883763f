// What is served over app://vault/: a fixed list of files with their headers. A path that is not in the list does not exist.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Language } from '#shared/contract/settings.ts'

export const pageAddress = 'app://vault/index.html'
/** What every address of our own page begins with. The slash at the end keeps app://vault.evil/ out. */
export const pageRoot = 'app://vault/'

/**
 * The sandbox gives the page an origin of its own that nothing else shares. Without it a hostile script could take
 * the interfaces that the preload removes out of an empty frame (measured: WebRTC sockets), and could store things.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
  'sandbox allow-scripts allow-forms allow-modals',
].join('; ')

const deniedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'screen-wake-lock',
  'xr-spatial-tracking',
]

export const pageHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // The sandboxed page is foreign even to its own files; no other page exists in its session.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': 'null',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Address path → file, for every file of a kind we serve below `directory`. */
export function listPageFiles(directory: string): ReadonlyMap<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && extname(entry.name) in mediaTypes,
  )
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [`/${relative(directory, path).split(sep).join('/')}`, path]
    }),
  )
}

function refuse(): Response {
  return new Response('Not found', { status: 404, headers: { ...pageHeaders, 'Content-Type': 'text/plain' } })
}

/** The page's first bytes say in which language it is, so that no word is shown in another one first. */
function inLanguage(html: string, language: Language): string {
  return language === 'en'
    ? html
    : html.replace('<html lang="en">', `<html lang="${language}" dir="${language === 'ar-XB' ? 'rtl' : 'ltr'}">`)
}

/** Answers one request: GET, our host, a listed path, nothing after it; 404 for all else. */
export async function servePage(
  files: ReadonlyMap<string, string>,
  request: { readonly method: string; readonly url: string },
  language: Language = 'en',
): Promise<Response> {
  if (request.method !== 'GET' || !URL.canParse(request.url)) return refuse()
  const { protocol: scheme, host, pathname, search } = new URL(request.url)
  const path = scheme === 'app:' && host === 'vault' && search === '' ? files.get(pathname) : undefined
  const mediaType = path === undefined ? undefined : mediaTypes[extname(path)]
  if (path === undefined || mediaType === undefined) return refuse()
  const headers = { ...pageHeaders, 'Content-Type': mediaType }
  if (pathname === '/index.html') return new Response(inLanguage(await readFile(path, 'utf8'), language), { headers })
  return new Response(new Uint8Array(await readFile(path)), { headers })
}
