// Keys of commands: matching them with events, and writing them as this machine's users know them. Pure.

export interface KeyEvent {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** `Mod+Shift+Z`: the last part is the key, by its name or what it writes. */
export function matches(keys: string, event: KeyEvent, isMac: boolean): boolean {
  const { key, mod, shift, alt } = parse(keys)
  if ((isMac ? event.metaKey : event.ctrlKey) !== mod || (isMac ? event.ctrlKey : event.metaKey)) return false
  if (event.altKey !== alt) return false
  // Signs such as ? need Shift on some keyboards and not on others.
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  if (event.shiftKey !== shift && !(isSign && !shift)) return false
  if (event.key.toLowerCase() === key.toLowerCase()) return true
  // With Shift or Alt, letters and digits may come as other signs; then the place on the keyboard decides.
  if (!shift && !alt && !mod) return false
  return [`Key${key.toUpperCase()}`, `Digit${key}`, codes[key]].includes(event.code)
}

/** Where signs stand on a keyboard of the United States. */
const codes: Readonly<Record<string, string>> = {
  '[': 'BracketLeft',
  ']': 'BracketRight',
  "'": 'Quote',
  '\\': 'Backslash',
}

function parse(keys: string) {
  const parts = keys.split('+')
  // `Mod++` is Mod and the plus sign.
  const key = keys.endsWith('++') ? '+' : parts.at(-1)!
  return { key, mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt') }
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const names: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Enter: '↵',
  '-': '−',
}

export function writeKeys(keys: string, isMac: boolean): string {
  const { key, mod, shift, alt } = parse(keys)
  const parts = [mod && 'Mod', alt && 'Alt', shift && 'Shift', key].filter((part) => part !== false)
  const written = parts.map((part) => (isMac && macSigns[part]) || names[part] || part)
  return isMac ? written.join('') : written.join('+')
}

export const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)
