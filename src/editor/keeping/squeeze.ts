// Text made small for keeping, and back. Loaded when the first version is made or looked at.
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'

export function squeeze(text: string): Uint8Array {
  return deflateSync(strToU8(text))
}

export function unsqueeze(bytes: Uint8Array): string {
  return strFromU8(inflateSync(bytes))
}
