// Decrypts RC2 in CBC mode: old certificate files are encrypted with it, and current cryptographic libraries leave it out.

// Source: RFC 2268, section 2.
const PI = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
)
const BLOCK_BYTES = 8
const MIX_SHIFTS = [1, 2, 3, 5] as const
// Sixteen mixing rounds; after the fifth and the eleventh stands a mashing round. Decryption walks them backwards.
const MASH_BEFORE = new Set([10, 4])

type Words = [number, number, number, number]

/** `data` decrypted, without its PKCS#7 padding; null when it is no whole number of blocks or the padding is wrong. */
export function decryptRc2(
  data: Uint8Array,
  key: { readonly bytes: Uint8Array; readonly effectiveBits: number },
  iv: Uint8Array,
): Uint8Array | null {
  if (data.length === 0 || data.length % BLOCK_BYTES !== 0 || iv.length !== BLOCK_BYTES) return null
  const schedule = expand(key.bytes, key.effectiveBits)
  const plain = Buffer.alloc(data.length)
  for (let at = 0; at < data.length; at += BLOCK_BYTES) {
    const before = at === 0 ? iv : data.subarray(at - BLOCK_BYTES, at)
    const block = decryptBlock(Buffer.from(data.subarray(at, at + BLOCK_BYTES)), schedule)
    for (let index = 0; index < BLOCK_BYTES; index += 1) plain[at + index] = (block[index] ?? 0) ^ (before[index] ?? 0)
  }
  return withoutPadding(plain)
}

function withoutPadding(plain: Buffer): Uint8Array | null {
  const count = plain.at(-1) ?? 0
  const isSound = count >= 1 && count <= BLOCK_BYTES && plain.subarray(plain.length - count).every((byte) => byte === count)
  return isSound ? plain.subarray(0, plain.length - count) : null
}

/** The 64 words of the key schedule. */
function expand(key: Uint8Array, effectiveBits: number): readonly number[] {
  const table = Buffer.alloc(128)
  table.set(key)
  for (let at = key.length; at < 128; at += 1) table[at] = PI[((table[at - 1] ?? 0) + (table[at - key.length] ?? 0)) & 0xff] ?? 0
  const bytes = Math.ceil(effectiveBits / 8)
  const mask = 0xff >> (8 * bytes - effectiveBits)
  table[128 - bytes] = PI[(table[128 - bytes] ?? 0) & mask] ?? 0
  for (let at = 127 - bytes; at >= 0; at -= 1) table[at] = PI[(table[at + 1] ?? 0) ^ (table[at + bytes] ?? 0)] ?? 0
  return Array.from({ length: 64 }, (_, index) => table.readUInt16LE(index * 2))
}

function decryptBlock(block: Buffer, schedule: readonly number[]): Buffer {
  const words: Words = [block.readUInt16LE(0), block.readUInt16LE(2), block.readUInt16LE(4), block.readUInt16LE(6)]
  for (let round = 15; round >= 0; round -= 1) {
    if (MASH_BEFORE.has(round)) unmash(words, schedule)
    unmix(words, schedule, round)
  }
  const plain = Buffer.alloc(BLOCK_BYTES)
  words.forEach((word, index) => plain.writeUInt16LE(word, index * 2))
  return plain
}

function unmix(words: Words, schedule: readonly number[], round: number): void {
  for (let index = 3; index >= 0; index -= 1) {
    const shift = MIX_SHIFTS[index] ?? 0
    const rotated = ((word(words, index) >> shift) | (word(words, index) << (16 - shift))) & 0xffff
    const [one, two, three] = [word(words, index + 3), word(words, index + 2), word(words, index + 1)]
    words[index] = (rotated - (schedule[round * 4 + index] ?? 0) - (one & two) - (~one & three)) & 0xffff
  }
}

function unmash(words: Words, schedule: readonly number[]): void {
  for (let index = 3; index >= 0; index -= 1) {
    words[index] = (word(words, index) - (schedule[word(words, index + 3) & 63] ?? 0)) & 0xffff
  }
}

function word(words: Words, index: number): number {
  return words[index % 4] ?? 0
}
