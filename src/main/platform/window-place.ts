// Where the window stood last and where it may stand now: a display that is gone must not take the window with it.
import { z } from 'zod'
import { readAppData, writeAppData } from './app-data-file.ts'

const Rectangle = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
export type Rectangle = z.infer<typeof Rectangle>

/** Size and place in display points, without the maximising; `isMaximized` on top of it. */
const WindowPlace = z.strictObject({ bounds: Rectangle, isMaximized: z.boolean() })
export type WindowPlace = z.infer<typeof WindowPlace>

const WindowFile = z.strictObject({ format: z.literal('gatehouse.window'), formatVersion: z.literal(1), place: WindowPlace })

export const smallest = { width: 720, height: 480 } as const
const usual = { width: 1_280, height: 800 } as const
/** So much of the window must be on a display that somebody can take hold of it, in display points. */
const grip = { width: 160, height: 80 } as const

const sharedWidth = (one: Rectangle, other: Rectangle) => Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)

/** Whether the upper edge of `bounds`, where a window is taken hold of, can be reached on `area`. */
function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const isTopInside = bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height
  return isTopInside && sharedWidth(bounds, area) >= grip.width
}

/** `bounds` where they are, no larger than `area` and no smaller than the window can be. */
function fitInto(bounds: Rectangle, area: Rectangle): Rectangle {
  return {
    ...bounds,
    width: Math.max(smallest.width, Math.min(bounds.width, area.width)),
    height: Math.max(smallest.height, Math.min(bounds.height, area.height)),
  }
}

/**
 * The place for a new window: as it stood last where that can be reached on one of the work areas, no larger than that one;
 * else of its old size in the middle of the first. Without a memory of the usual size, and then placed by the system.
 */
export function placeOnDisplays(
  last: WindowPlace | null,
  areas: readonly Rectangle[],
): Partial<Rectangle> & { width: number; height: number } {
  const [first] = areas
  if (last === null || first === undefined) return usual
  const fitted = areas.map((area) => fitInto(last.bounds, area))
  const reachable = fitted.find((bounds, index) => isReachable(bounds, areas[index] ?? first))
  if (reachable !== undefined) return reachable
  const { width, height } = fitInto(last.bounds, first)
  const middle = (from: number, room: number, length: number) => from + Math.max(0, Math.floor((room - length) / 2))
  return { x: middle(first.x, first.width, width), y: middle(first.y, first.height, height), width, height }
}

/** Where the window stood last; null when nobody knows. */
export function readWindowPlace(path: string): WindowPlace | null {
  const read = readAppData(path, WindowFile)
  return typeof read === 'object' ? read.place : null
}

/** Throws the file system's own error. */
export function writeWindowPlace(path: string, place: WindowPlace): void {
  writeAppData(path, { format: 'gatehouse.window', formatVersion: 1, place })
}
