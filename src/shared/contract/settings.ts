// Procedures about this program on this computer: its settings, the lock, and what the menu asks the page for.
import { z } from 'zod'
import { VaultId } from '../domain/ids.ts'
import { procedure } from './procedure.ts'
import { Place } from './vault.ts'

/** Seconds without a key press or a movement of the mouse after which the vault is locked; null for never. Default 15 minutes. */
const IdleLockSeconds = z.int().min(2).max(3_600).nullable()

/** Light or dark; `system` as the rest of this computer. */
export const Appearance = z.enum(['system', 'light', 'dark'])
export type Appearance = z.infer<typeof Appearance>

/** The sizes of the window's content that can be chosen, in percent. */
export const zoomPercents = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200] as const
export const ZoomPercent = z.literal(zoomPercents)
export type ZoomPercent = z.infer<typeof ZoomPercent>

/** How days are written: 22 Nov 2026, 2026-11-22, or as the rest of this computer does. */
export const DateFormat = z.enum(['day-month-year', 'iso', 'system'])
export type DateFormat = z.infer<typeof DateFormat>

/** The language of the interface. Two are made up from English, to see before a translation that nothing is cut off: longer words, and right to left. */
export const Language = z.enum(['en', 'en-XA', 'ar-XB'])
export type Language = z.infer<typeof Language>

/** How many days before something is due Home tells of it. */
export const aheadDays = [7, 14, 30, 60, 90] as const
export const AheadDays = z.literal(aheadDays)
export type AheadDays = z.infer<typeof AheadDays>

/** What is kept outside any vault, in clear: only what tells nobody anything. A file of an older version lacks the newer ones. */
export const Settings = z.strictObject({
  idleLockSeconds: IdleLockSeconds,
  appearance: Appearance.default('system'),
  zoomPercent: ZoomPercent.default(100),
  dateFormat: DateFormat.default('day-month-year'),
  language: Language.default('en'),
  /** How far ahead Home tells of reassessments. */
  reassessmentAheadDays: AheadDays.default(30),
  /** How far ahead Home tells of treatments, conditions and accepted risks. */
  treatmentAheadDays: AheadDays.default(14),
  /** Whether the names and places of the vaults opened last are kept for the first screen. */
  keepsRecentVaults: z.boolean().default(true),
  /** Whether a key of one character, pressed by itself, does something: speech input and a slip of the hand type them, too. */
  hasSingleKeys: z.boolean().default(true),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = Settings.parse({ idleLockSeconds: 900 })

const LockWish = z.enum(['lock', 'lock-idle', 'lock-screen', 'lock-suspend'])
export type LockWish = z.infer<typeof LockWish>

/** What the menu leads to: screens by their names in the page, the palette, and the last change of an answer. */
const MenuWish = z.enum([
  'home',
  'third-parties',
  'new-third-party',
  'findings',
  'screening',
  'portfolio',
  'crown-jewels',
  'organization',
  'reports',
  'verify',
  'packs',
  'history',
  'settings',
  'help',
  'about',
  'palette',
  'undo-answer',
  'redo-answer',
])
export type MenuWish = z.infer<typeof MenuWish>

/** What somebody or something outside the page wants of it. */
export const Wish = z.enum([...LockWish.options, ...MenuWish.options])
export type Wish = z.infer<typeof Wish>

/** Why the vault was locked, for the page after that. */
const LockNote = z.enum(['locked', 'locked-unsaved', 'locked-idle', 'locked-screen', 'locked-suspend'])

/** What a page leaves for the one after the lock: which vault was open, where on disk and on which screen, never what was in it. */
export const LeftSession = z.strictObject({
  vaultId: VaultId,
  place: Place.nullable(),
  /** The place in the program as JSON; the page reads it again before it goes there. */
  route: z.string().max(1_000),
  note: LockNote,
})
export type LeftSession = z.infer<typeof LeftSession>

/** A place in the program as JSON, in one vault; the page reads it again before it goes there. */
const NotedPlace = z.strictObject({ vaultId: VaultId, route: z.string().max(1_000) })
export type NotedPlace = z.infer<typeof NotedPlace>

const Reading = z.strictObject({
  settings: Settings,
  /** The file was there and could not be read, so the defaults are in force. */
  isDamaged: z.boolean(),
  /** Whether this system tells a program that its screen is being locked. */
  knowsScreenLock: z.boolean(),
})

export const settingsProcedures = {
  'settings.read': procedure({ side: 'window', input: z.strictObject({}), output: Reading, refusals: [] }),
  'settings.save': procedure({ side: 'window', input: Settings, output: Reading, refusals: ['settings-not-saved'] }),
  /** Answers when there is a wish, however long that takes. A later call takes the place of one that still waits, which is told "none". */
  'app.nextWish': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ wish: Wish.nullable() }),
    refusals: [],
  }),
  /**
   * Ends the process that holds the keys and shows a fresh page, which is told what this one left.
   * With `null` the page stays, because it holds text that could not be saved.
   */
  'app.lock': procedure({
    side: 'window',
    input: z.strictObject({ left: LeftSession.nullable() }),
    output: z.strictObject({}),
    refusals: [],
  }),
  /** Notes where in an open vault the person is, for a page that takes the place of one that died. Kept in memory only. */
  'app.notePlace': procedure({ side: 'window', input: NotedPlace, output: z.strictObject({}), refusals: [] }),
  /** What the page before this one left or noted; null when there was none or it left nothing. */
  'app.lastSession': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ left: LeftSession.nullable(), noted: NotedPlace.nullable() }),
    refusals: [],
  }),
  /** Copies a secret for pasting; it is taken off the clipboard again after `seconds`, and on lock and quit. */
  'app.copySecret': procedure({
    side: 'window',
    input: z.strictObject({ text: z.string().min(1).max(200) }),
    output: z.strictObject({ seconds: z.int() }),
    refusals: [],
  }),
} as const
