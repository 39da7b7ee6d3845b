// Bytes as signs that stand in an address unchanged, and a sum that tells whether they are still the same.

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function toLetters(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1], bytes[at + 2]]
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    text += letters[bits >> 18]! + letters[(bits >> 12) & 63]!
    if (b !== undefined) text += letters[(bits >> 6) & 63]!
    if (c !== undefined) text += letters[bits & 63]!
  }
  return text
}

/** Undefined for what `toLetters` does not write: another sign, or bits that would mean nothing. */
export function fromLetters(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [bits, count, at] = [0, 0, 0]
  for (const letter of text) {
    const value = letters.indexOf(letter)
    if (value < 0) return undefined
    bits = ((bits << 6) | value) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at++] = (bits >> count) & 0xff
  }
  return text.length % 4 === 1 || (bits & ((1 << count) - 1)) !== 0 ? undefined : bytes
}

/** FNV-1a, the lower 48 bits, as six bytes. Changing a byte always changes it. */
export function sumOf(...parts: readonly Uint8Array[]): Uint8Array {
  let [high, low] = [0x9ce484, 0x222325]
  for (const bytes of parts) {
    for (const byte of bytes) {
      // Times 2^40 + 0x1b3, of which the first part only shifts.
      low ^= byte
      const product = low * 0x1b3
      high = (high * 0x1b3 + Math.floor(product / 0x1000000) + ((low & 0xff) << 16)) % 0x1000000
      low = product % 0x1000000
    }
  }
  return Uint8Array.of(high >> 16, (high >> 8) & 0xff, high & 0xff, low >> 16, (low >> 8) & 0xff, low & 0xff)
}
