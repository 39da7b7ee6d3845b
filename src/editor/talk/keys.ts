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
  | 'reveal'
  | 'flow'
  | 'large'
  | 'help'
  | { readonly digit: number }
  | 'jump'

const actions: Readonly<Record<string, TalkAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  n: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
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
  F5: 'screen',
  r: 'reveal',
  a: 'flow',
  t: 'large',
  '?': 'help',
}

/** Undefined for keys that mean nothing here, and for those with a modifier. */
export function talkAction(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): TalkAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (/^\d$/.test(event.key)) return { digit: Number(event.key) }
  if (event.key === 'Enter') return 'jump'
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return Object.hasOwn(actions, key) ? actions[key] : undefined
}
