// What is done when a key of a talk is pressed, whatever lies over the picture just then: black, the sheet of keys, the
// overview, ink, a question, a number that is being typed. Pure.
import type { InkTool } from './Ink'
import type { TalkAction } from './keys'

/** What lies over the picture. */
export interface Over {
  readonly blank: 'black' | 'white' | undefined
  readonly isHelp: boolean
  readonly isOverview: boolean
  readonly tool: InkTool
  /** Of the step to jump to, as typed so far. */
  readonly digits: string
}

export const nothingOver: Over = { blank: undefined, isHelp: false, isOverview: false, tool: 'none', digits: '' }

export interface Standing extends Over {
  readonly at: number
  readonly last: number
  /** Something of a quiz is still kept back. */
  readonly asks: boolean
  /** Tokens travel, and not because the step says so. */
  readonly flows: boolean
}

export type Deed =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'over'; readonly change: Partial<Over> }
  | { readonly kind: 'scrub'; readonly seconds: number }
  | {
      readonly kind: 'reveal' | 'erase' | 'screen' | 'wholeScreen' | 'large' | 'flow' | 'stopFlow' | 'presenter' | 'end'
    }

const over = (change: Partial<Over>): Deed => ({ kind: 'over', change })

/** How far a key moves the tokens, in seconds. */
const scrub = 0.25

/** What may be done under a black screen; all else shows the picture again first, so that nothing happens unseen. */
const unseen: readonly TalkAction[] = ['black', 'white', 'first', 'last', 'presenter', 'screen', 'wholeScreen']

export function deedOf(action: TalkAction, standing: Standing): Deed {
  const { at, last, blank, isHelp, isOverview, tool, digits, asks, flows } = standing
  if (typeof action === 'object') return over({ digits: (digits + String(action.digit)).slice(-3) })
  if (action === 'jump' && digits) return go(Number(digits) - 1)
  if (blank && !unseen.includes(action)) return over({ blank: undefined, digits: '' })
  switch (action) {
    case 'next':
    case 'jump':
      if (isHelp) return over({ isHelp: false })
      // A clicker has one key: the answer comes first. What lies under the overview is not looked at.
      return asks && !isOverview ? { kind: 'reveal' } : go(at + 1)
    case 'back':
      return isHelp ? over({ isHelp: false }) : go(at - 1)
    case 'correct':
      return digits ? over({ digits: digits.slice(0, -1) }) : deedOf('back', standing)
    case 'first':
      return go(0)
    case 'last':
      return go(last)
    case 'black':
    case 'white':
      return over({ blank: blank === action ? undefined : action })
    case 'overview':
      return over({ isOverview: !isOverview, isHelp: false })
    case 'help':
      return over({ isHelp: !isHelp })
    case 'laser':
    case 'pen':
      return over({ tool: tool === action ? 'none' : action })
    case 'forward':
    case 'backward':
      return { kind: 'scrub', seconds: action === 'forward' ? scrub : -scrub }
    case 'end':
      // What lies on top goes first.
      if (digits) return over({ digits: '' })
      if (isHelp) return over({ isHelp: false })
      if (isOverview) return over({ isOverview: false })
      if (tool !== 'none') return over({ tool: 'none' })
      return { kind: flows ? 'stopFlow' : 'end' }
    default:
      return { kind: action }
  }

  function go(to: number): Deed {
    return { kind: 'go', to: Math.min(last, Math.max(0, to)) }
  }
}
