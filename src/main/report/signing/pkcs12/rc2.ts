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
const MIX_SHIFTS = Buffer.of(1, 2, 3, 5)
// Sixteen mixing rounds; after the fifth and the eleventh stands a mashing round. Decryption walks them backwards.
const MASH_BEFORE = new Set([10, 4])

/** `data` decrypted, without its PKCS#7 padding; null when it is no whole number of blocks or the padding is wrong. */
export function decryptRc2(
  data: Uint8Array,
  key: { readonly bytes: Uint8Array; readonly effectiveBits: number },
  iv: Uint8Array,
): Uint8Array | null {
  if (data.length === 0 || data.length % BLOCK_BYTES !== 0 || iv.length !== BLOCK_BYTES) return null
  const schedule = expand(key.bytes, key.effectiveBits)
  const chained = Buffer.concat([iv, data])
  const plain = Buffer.from(data)
  for (let at = 0; at < data.length; at += BLOCK_BYTES) {
    decryptBlock(plain.subarray(at, at + BLOCK_BYTES), schedule)
    for (let index = at; index < at + BLOCK_BYTES; index += 1) plain.writeUInt8(plain.readUInt8(index) ^ chained.readUInt8(index), index)
  }
  return withoutPadding(plain)
}

function withoutPadding(plain: Buffer): Uint8Array | null {
  const count = plain.readUInt8(plain.length - 1)
  const isSound = count >= 1 && count <= BLOCK_BYTES && plain.subarray(plain.length - count).every((byte) => byte === count)
  return isSound ? plain.subarray(0, plain.length - count) : null
}

/** The 64 words of the key schedule, little end first. */
function expand(key: Uint8Array, effectiveBits: number): Buffer {
  const table = Buffer.alloc(128)
  table.set(key)
  const pi = (index: number) => PI.readUInt8(index & 0xff)
  for (let at = key.length; at < 128; at += 1) table.writeUInt8(pi(table.readUInt8(at - 1) + table.readUInt8(at - key.length)), at)
  const bytes = Math.ceil(effectiveBits / 8)
  const mask = 0xff >> (8 * bytes - effectiveBits)
  table.writeUInt8(pi(table.readUInt8(128 - bytes) & mask), 128 - bytes)
  for (let at = 127 - bytes; at >= 0; at -= 1) table.writeUInt8(pi(table.readUInt8(at + 1) ^ table.readUInt8(at + bytes)), at)
  return table
}

/** Decrypts one block in place: four words, little end first. */
function decryptBlock(block: Buffer, schedule: Buffer): void {
  const word = (index: number) => block.readUInt16LE((index % 4) * 2)
  const setWord = (index: number, value: number) => block.writeUInt16LE(value & 0xffff, index * 2)
  const key = (index: number) => schedule.readUInt16LE(index * 2)
  for (let round = 15; round >= 0; round -= 1) {
    for (let index = 3; MASH_BEFORE.has(round) && index >= 0; index -= 1) setWord(index, word(index) - key(word(index + 3) & 63))
    for (let index = 3; index >= 0; index -= 1) {
      const shift = MIX_SHIFTS.readUInt8(index)
      const rotated = (word(index) >> shift) | (word(index) << (16 - shift))
      const [one, two, three] = [word(index + 3), word(index + 2), word(index + 1)]
      setWord(index, (rotated & 0xffff) - key(round * 4 + index) - (one & two) - (~one & three))
    }
  }
}
