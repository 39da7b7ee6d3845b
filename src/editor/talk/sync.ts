// The two windows of a talk speak over a channel of this browser: the one with the picture leads, the one with the notes
// follows and asks. When either goes, the other goes on.
import { newId } from '../keeping/documents'
import { ofTab } from '../storage'
import type { TalkAction } from './keys'

export interface TalkState {
  readonly index: number
  readonly blank?: 'black' | 'white' | undefined
  /** When the talk began, in milliseconds of the clock. */
  readonly began: number
}

export type TalkMessage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'document'; readonly text: string; readonly language: string; readonly theme: string }
  | ({ readonly kind: 'state' } & TalkState)
  /** A key of the talk, pressed in the window with the notes. */
  | { readonly kind: 'act'; readonly action: TalkAction }
  | { readonly kind: 'end' }

export interface TalkLine {
  send(message: TalkMessage): void
  close(): void
}

export function openLine(id: string, hear: (message: TalkMessage) => void): TalkLine {
  const channel = new BroadcastChannel(`frieze talk ${id}`)
  channel.onmessage = ({ data }: MessageEvent<TalkMessage>) => hear(data)
  return {
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}

/** For as long as the window with the picture is there. A browser that has no locks tells an orderly end by its message alone. */
export function holdTalk(id: string): () => void {
  const stop = new AbortController()
  let end: (() => void) | undefined
  const held = () => new Promise<void>((resolve) => (end = resolve))
  navigator.locks?.request(lockName(id), { signal: stop.signal }, held).catch(() => undefined)
  return () => {
    stop.abort()
    end?.()
  }
}

/** Told once when that window is gone, closed or crashed. */
export function awaitEnd(id: string, gone: () => void): () => void {
  const stop = new AbortController()
  navigator.locks?.request(lockName(id), { signal: stop.signal }, gone).catch(() => undefined)
  return () => stop.abort()
}

function lockName(id: string): string {
  return `frieze talk ${id}`
}

/** Where the browser keeps nothing. */
let unkept: string | undefined

/** Names the talk of this tab; the same after a reload. */
export function talkId(): string {
  const known = ofTab.getItem('frieze.talk') ?? unkept
  if (known) return known
  unkept = newId()
  ofTab.setItem('frieze.talk', unkept)
  return unkept
}
