// The two windows of a talk speak over a channel of this browser: the one with the picture leads, the one with the notes
// follows and asks. When either goes, the other goes on.
import { newId } from '../keeping/documents'
import { ofTab } from '../storage'

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
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'blank'; readonly blank?: 'black' | 'white' | undefined }
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
