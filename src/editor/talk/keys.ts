// What a key means during a talk: those of a keyboard, and those that clickers send.
export type TalkAction =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'end'
  | 'overview'
  | 'laser'
  | 'pen'
  | 'erase'
  | 'presenter'
  | 'screen'
  | 'wholeScreen'
  | 'reveal'
  | 'flow'
  | 'forward'
  | 'backward'
  | 'large'
  | 'help'
  | { readonly digit: number }
  | 'jump'
  | 'correct'

const actions: Readonly<Record<string, TalkAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  n: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'correct',
  p: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  Escape: 'end',
  o: 'overview',
  l: 'laser',
  d: 'pen',
  e: 'erase',
  s: 'presenter',
  f: 'screen',
  // Some clickers begin a talk with it: what is whole stays so.
  F5: 'wholeScreen',
  r: 'reveal',
  a: 'flow',
  ']': 'forward',
  '[': 'backward',
  t: 'large',
  '?': 'help',
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Undefined for keys that mean nothing here, and for those with a modifier. */
export function talkAction(event: Key): TalkAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (/^\d$/.test(event.key)) return { digit: Number(event.key) }
  if (event.key === 'Enter') return 'jump'
  if (event.key === ' ' && event.shiftKey) return 'back'
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return Object.hasOwn(actions, key) ? actions[key] : undefined
}

/** What a field of a lens, a slider or a button does with a key by itself; those of a clicker are none of theirs. */
export function isKeyOf(field: Element, { key }: Pick<KeyboardEvent, 'key'>): boolean {
  const isMove = key.startsWith('Arrow') || key === 'Home' || key === 'End'
  if (field.matches('button')) return key === ' ' || key === 'Enter'
  if (field.matches('input[type="range"]')) return isMove
  if (field.matches('input[type="checkbox"]')) return key === ' '
  return field.matches('input, select, textarea') && (isMove || key === 'Enter' || key.length === 1)
}
