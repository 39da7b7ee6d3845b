// What the program says to a person, as data: which sentence, and what it is about. It becomes words in a language where
// somebody reads it; programs that call the command line read English.
import type { Language, Translated } from './languages'

/** What fills a gap of a sentence. A list is written with commas. */
export type Arg = string | number | bigint | Translated | Message | Choice | readonly Arg[]

/** `a, b or c`, `a, b and c`. */
export interface Choice {
  readonly joined: 'or' | 'and'
  readonly of: readonly Arg[]
}

export interface Message {
  /** Which sentence of its catalogue. */
  readonly kind: string
  /** With gaps: `Input “{port}” has no edge.` */
  readonly words: Translated
  readonly args: Readonly<Record<string, Arg>>
}

/** A message with its English sentence, as it stands in problems. */
export interface Told {
  readonly sentence: string
  readonly message: Message
}

type GapsIn<T extends string> = T extends `${string}{${infer Gap}}${infer Rest}` ? Gap | GapsIn<Rest> : never
type ArgsFor<T extends string> = [GapsIn<T>] extends [never]
  ? readonly []
  : readonly [args: Readonly<Record<GapsIn<T>, Arg>>]

export type Sentences<T extends Readonly<Record<string, Translated>>> = {
  readonly [K in keyof T]: (...args: ArgsFor<T[K]['en']>) => Message
} & { readonly [words]: T }

/** The table that a catalogue was made of, for its tests. */
export const words: unique symbol = Symbol('words')

/** A language whose sentence has other gaps than the English one cannot be given. */
type WithEqualGaps<T extends Translated> = {
  readonly [L in Language]: [GapsIn<T[L]>, GapsIn<T['en']>] extends [GapsIn<T['en']>, GapsIn<T[L]>] ? T[L] : never
}

/** Sentences by kind: each in every language, with the same gaps. */
export function catalogue<const T extends Readonly<Record<string, Translated>>>(
  table: T & { readonly [K in keyof T]: WithEqualGaps<T[K]> },
): Sentences<T> {
  const entries = Object.entries(table).map(([kind, translated]) => [
    kind,
    (args: Message['args'] = {}): Message => ({ kind, words: translated, args }),
  ])
  return { ...(Object.fromEntries(entries) as Sentences<T>), [words]: table }
}

export function told(message: Message): Told {
  return { sentence: english(message), message }
}

export function english(message: Message): string {
  return tell(message, 'en')
}

export function tell(message: Message, language: Language): string {
  return message.words[language].replace(/\{(\w+)\}/g, (gap, name: string) => {
    const arg = message.args[name]
    return arg === undefined ? gap : written(arg, language)
  })
}

/** In the language where it is known as a message, else as it is. */
export function tellOf({ sentence, message }: { readonly sentence: string; readonly message?: Message }, to: Language) {
  return message ? tell(message, to) : sentence
}

function written(arg: Arg, language: Language): string {
  if (typeof arg !== 'object') return String(arg)
  if (isList(arg)) return arg.map((each) => written(each, language)).join(commas[language])
  if ('words' in arg) return tell(arg, language)
  if (!('joined' in arg)) return arg[language]
  const texts = arg.of.map((each) => written(each, language))
  if (texts.length < 2) return texts.join('')
  const { comma, or, and } = { comma: commas[language], ...joints[language] }
  return `${texts.slice(0, -1).join(comma)}${arg.joined === 'or' ? or : and}${texts.at(-1)}`
}

function isList(arg: object): arg is readonly Arg[] {
  return Array.isArray(arg)
}

const commas: Translated = { en: ', ', ja: '、', 'zh-Hans': '、', 'zh-Hant': '、' }
const joints: Readonly<Record<Language, { readonly or: string; readonly and: string }>> = {
  en: { or: ' or ', and: ' and ' },
  ja: { or: 'または', and: 'と' },
  'zh-Hans': { or: '或', and: '和' },
  'zh-Hant': { or: '或', and: '和' },
}
