// Bytes of a sound file with some of them changed, cut out, doubled or put in.
import { pick, type Random } from './hostile.ts'

const odd: readonly Buffer[] = [
  Buffer.alloc(0),
  Buffer.from([0xff, 0xff, 0xff, 0xff]),
  Buffer.from([0x30, 0x80]),
  Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]),
  Buffer.from('PK\u0005\u0006'),
  Buffer.alloc(200, 0x30),
]

/** One to four changes anywhere; one in twenty is cut off at its end as well. */
export function changedBytes(sound: Buffer, random: Random): Buffer {
  let changed = Buffer.from(sound)
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
    const at = Math.floor(random() * changed.length)
    if (random() < 0.6) {
      if (changed.length > 0) changed.writeUInt8(Math.floor(random() * 256), at)
      continue
    }
    const length = Math.floor(random() ** 4 * 300)
    const piece = random() < 0.5 ? (pick(random, odd) ?? Buffer.alloc(0)) : changed.subarray(at, at + length)
    changed = Buffer.concat([changed.subarray(0, at), piece, changed.subarray(at + (random() < 0.5 ? length : 0))])
  }
  return random() < 0.05 ? changed.subarray(0, Math.floor(random() * changed.length)) : changed
}
