// What the address of the page may say, and the one place that reads and writes it. Pure, but for `here` and `showHere`.
import { themeNames, type ThemeName } from '../scene/scene'
import { languages, type Language } from '../shared/languages'

export interface Address {
  /** The id of a built-in diagram. */
  readonly diagram?: string
  /** A document behind the `#`, as `links/` reads it, or nothing. */
  readonly hash: string
  /** A talk is being given; the step that it shows, from 0, where the address counts from 1. */
  readonly talk?: number
  /** It is the speaker's window, of the talk with this id. */
  readonly presenter?: string
  /** It stands in a frame of another page, which may say the three below. */
  readonly isEmbedded: boolean
  readonly theme?: ThemeName
  readonly language?: Language
  /** As the viewer of exported pages reads it. */
  readonly hasStep: boolean
}

export function readAddress({ searchParams, hash }: URL): Address {
  const diagram = searchParams.get('diagram')
  const presenter = searchParams.get('presenter')
  const talk = Math.floor(Number(searchParams.get('talk'))) - 1
  const theme = themeNames.find((each) => each === searchParams.get('theme'))
  const language = languages.find((each) => each === searchParams.get('lang'))
  return {
    hash,
    isEmbedded: searchParams.has('embed'),
    hasStep: searchParams.has('step'),
    ...(diagram !== null && { diagram }),
    ...(talk >= 0 && { talk }),
    ...(presenter !== null && { presenter }),
    ...(theme && { theme }),
    ...(language && { language }),
  }
}

/** What is given as undefined goes. */
export interface AddressChange {
  readonly diagram?: string | undefined
  readonly hash?: undefined
  readonly talk?: number | undefined
  readonly presenter?: string | undefined
}

/** The address with some of it said otherwise. */
export function changedAddress(address: URL, change: AddressChange): URL {
  const url = new URL(address)
  if ('hash' in change) url.hash = ''
  const { talk } = change
  const params = { ...change, talk: talk === undefined ? undefined : String(talk + 1) }
  for (const name of ['diagram', 'talk', 'presenter'] as const) {
    if (!(name in change)) continue
    if (params[name] === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, params[name])
  }
  return url
}

/** The address of what a link holds, and of nothing else. */
export function linkAddress(address: URL, hash: string): URL {
  const url = new URL(address)
  url.search = ''
  url.hash = hash
  return url
}

/** The address of this page. */
export function here(): URL {
  return new URL(location.href)
}

/** Says it in the address of this page, so that a reload, a bookmark and a copied address lead to what is seen. */
export function showHere(change: AddressChange) {
  const url = changedAddress(here(), change)
  if (url.href !== location.href) history.replaceState(null, '', url)
}
