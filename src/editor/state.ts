// The three kinds of state, which never mix: the document (saved, undoable), the session (neither) and the preferences
// (local storage). Plain data; nothing here changes anything.
import type { Problem } from '../shared/problem'
import type { Beside, Companion, Diagram, Expression, Language, LensKind, Words } from '../document/schema'
import { insideOf } from '../document/place'
import type { Writing } from '../document/words'
import { viewOf, type View } from '../graph/view'
import type { Picture } from '../render'
import type { Misfit } from '../semantics/joining/misfit'
import type { Setting } from '../semantics/setting'
import type { Box, Point } from '../shared/geometry'
import type { HandleRef } from './canvas/edges/ends'
import type { Guide } from './canvas/moving/snapping'
import type { History } from '../document/history'
import { roomIn, type Machine, type Room } from './machine'
import type { Preferences, ScreenTheme } from './preferences'
import { nowhere, type Places } from './ways/places'
import { isEdge, isNode } from './selected'

/** Where the document came from and goes to. */
export interface Origin {
  /** Under which this browser keeps the document. */
  readonly id: string
  /** Without ending. */
  readonly name: string
  /** The built-in diagram that it began as. */
  readonly builtIn?: string
  readonly handle?: FileSystemFileHandle
  /** The diagram as it was last saved or opened, to know whether there is something to save. */
  readonly saved?: Diagram
  /** The diagram as it came. */
  readonly opened?: Diagram
}

export type Dialog =
  | 'goTo'
  | 'gallery'
  | 'export'
  | 'commands'
  | 'shortcuts'
  | 'refusal'
  | 'chart'
  | 'arrival'
  | 'fits'
  | 'connect'
  | 'putOnEdge'
  | 'replace'
  | 'settings'
  | 'lens'
  | 'versions'
  | 'beside'

/** What belongs to the whole diagram. */
export const settingsTabs = ['about', 'variants', 'phases', 'symbols'] as const
export type SettingsTab = (typeof settingsTabs)[number]

/** What stands below the canvas. */
export const drawers = ['problems', 'nodes', 'phases', 'changes', 'steps'] as const
export type Drawer = (typeof drawers)[number]

/** What the numbers are compared with. */
export interface Baseline {
  readonly diagram: Diagram
  readonly setting: Setting
}

/** Something said to the person, with something to do about it. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly kind: 'info' | 'problem'
  /** Until it is dismissed. */
  readonly stays?: boolean
  readonly action?: { readonly label: string; run(): void }
}

export interface Shown {
  readonly picture: Picture
  readonly diagram: Diagram
  readonly view: View
}

/** An edge that a hand is drawing. */
export interface Connecting {
  readonly start: HandleRef
  /** For each handle, by `path|handle id`: true, or why not. Those not yet looked at are missing. */
  readonly verdicts: ReadonlyMap<string, true | Refusal>
  /** The edge whose other end is being moved; it counts as if it were not there. */
  readonly moving?: string
  /** Where in the picture the hand is, when it is not React Flow that follows it. */
  readonly hand?: Point
}

export interface Refusal {
  readonly sentence: string
  /** Absent where it is not the shape that is refused. */
  readonly misfit?: Misfit
}

/** What a lecture points at, as it is being arranged. */
export interface Spot {
  readonly focus: readonly string[]
  readonly hidden: readonly string[]
}

/** Nodes under way with a hand. */
export interface Drag {
  readonly paths: ReadonlySet<string>
  readonly by: Point
  /** What they are in line with. */
  readonly guides?: readonly Guide[]
  /** They stay, and copies of them are what moves. */
  readonly copies?: boolean
}

/** An edge under what a hand holds. */
export interface Splice {
  readonly edge: string
  /** In the picture, for what is said there. */
  readonly at: Point
  readonly says?: string
  /** It does not go there; `says` why. */
  readonly refuses?: boolean
  /** It would go there if a key were held. */
  readonly waits?: boolean
}

/** What somebody has put beside the open diagram. */
export interface ChosenBeside {
  readonly asked: Beside
  /** Absent: the open diagram itself. */
  readonly companion?: Companion
  readonly title: Words
}

export interface Session {
  /** The talk is being given, at this step. */
  readonly talk?: { readonly index: number }
  /** The step of the talk that is being made. */
  readonly step?: number
  readonly spot?: Spot
  /** To look at, to make a step of, to take away; absent: itself in its next variant or phase. */
  readonly beside?: ChosenBeside
  /** What the export dialog is opened for; absent: what is selected, or the whole. */
  readonly exports?: 'beside'
  /** The kind of the lens that is open. */
  readonly lens?: LensKind
  readonly shown?: Shown
  /** While a canvas glides to what is shown, still what was shown before. */
  readonly rested?: Shown
  /** Why the newest state of the document has no picture; the last good one stays. */
  readonly pictureProblem?: string
  readonly isBusy: boolean
  readonly tool: 'select' | 'hand'
  /** The next finger on the ground draws a box, as a mouse does. */
  readonly boxing?: boolean
  /** In which texts of documents are shown and written; absent: that of the interface. */
  readonly language?: Language
  /** The language of texts that name none, once somebody writes in another. */
  readonly plain?: Language
  readonly dialog?: Dialog
  readonly drawer?: Drawer
  /** The path of the container that is shown alone. */
  readonly alone?: string
  /** The way back of the gradient is drawn. */
  readonly gradients: boolean
  /** Values that symbols are tried with; the document keeps its own. */
  readonly tried: Readonly<Record<string, Expression>>
  /** Chosen by the person; absent: the document as it was opened or saved. */
  readonly baseline?: Baseline
  /** A file that could not be read, and why. */
  readonly refused?: { readonly name: string; readonly problems: readonly Problem[] }
  /** A whole document that was pasted, about which the person is asked; `hand` is where in the picture. */
  readonly arrived?: { readonly diagram: Diagram; readonly hand: Point | undefined }
  /** Which part of the diagram's settings is open, or was last. */
  readonly settings?: SettingsTab
  /** The port that a menu or a list is about. */
  readonly port?: HandleRef
  /** Where in the picture the context menu was opened. */
  readonly menuAt?: Point
  /** A text or the heading of a frame being written: where, and which; without an id it is a new text for a place. */
  readonly writing?: {
    readonly box: Box
    readonly id?: string
    readonly anchor?: { readonly path: string; readonly node?: string; readonly x: number; readonly y: number }
  }
  /** A text under the hand. */
  readonly annotationDrag?: { readonly id: string; readonly by: Point }
  /** The path of the node whose title is being written; empty: that of the diagram. */
  readonly renaming?: string
  readonly hovered?: string
  readonly drag?: Drag
  readonly connecting?: Connecting
  /** Another tab has the document; an edit here makes it a copy. */
  readonly isElsewhere?: boolean
  /** Where what a hand holds would go in. */
  readonly splice?: Splice
  readonly notices: readonly Notice[]
  /** Read out to those who do not see it. */
  readonly announcement: string
  /** Only what is joined to the selection stands out: all that feeds it and that it feeds, or its neighbours. */
  readonly spotlight?: 'trace' | 'neighbours'
  /** Looked for in the diagram. */
  readonly search: string
  /** The match that was gone to last; see `finding/go.ts`. */
  readonly found?: string
  readonly places: Places
  /** The node whose edges are gone through by keyboard. */
  readonly edgesOf?: string
  /** Keeps its place on the screen while the picture changes. */
  readonly anchor?: string
  /** Grows each time the whole picture is to be brought into view. */
  readonly fits: number
  /** To be laid out without regard to what was shown before. */
  readonly afresh?: Diagram
  /** The next picture is to be in view as a whole. */
  readonly refit: boolean
}

export interface EditorState {
  readonly history: History
  readonly origin: Origin
  readonly session: Session
  readonly preferences: Preferences
  readonly machine: Machine
}

export const idle: Session = {
  isBusy: false,
  tool: 'select',
  gradients: false,
  tried: {},
  notices: [],
  announcement: '',
  search: '',
  places: nowhere,
  fits: 0,
  refit: false,
}

export function diagramOf(state: EditorState): Diagram {
  return state.history.present.diagram
}

/** In which the texts of the document are shown. */
export function documentLanguageOf({ session, preferences }: Pick<EditorState, 'session' | 'preferences'>): Language {
  return session.language ?? preferences.language
}

/** In which they are written. */
export function writingOf(state: Pick<EditorState, 'session' | 'preferences'>): Writing {
  const language = documentLanguageOf(state)
  return { language, plain: state.session.plain ?? language }
}

export function themeOf({ preferences, machine }: Pick<EditorState, 'preferences' | 'machine'>): ScreenTheme {
  if (preferences.theme !== 'system') return preferences.theme
  if (machine.contrast) return machine.dark ? 'contrast-dark' : 'contrast'
  return machine.dark ? 'dark' : 'light'
}

/** How much room the interface has. */
export function roomOf({ preferences, machine }: Pick<EditorState, 'preferences' | 'machine'>): Room {
  return roomIn(machine.width, preferences.scale)
}

interface Viewed {
  readonly tried: Session['tried']
  readonly language: Language
  readonly shapeText: Preferences['shapeText']
  readonly root: string | undefined
  readonly view: View
}

const viewed = new WeakMap<Diagram, Viewed>()

/** The same object as long as the document, what is tried and the language are the same. */
export function currentView(state: EditorState): View {
  const diagram = diagramOf(state)
  const language = documentLanguageOf(state)
  const { shapeText } = state.preferences
  const { tried } = state.session
  const root = aloneIn(state)
  const last = viewed.get(diagram)
  if (last?.tried === tried && last.language === language && last.shapeText === shapeText && last.root === root)
    return last.view
  // What is above it says where one is, so that the picture need not.
  const alone = root === undefined ? {} : { root, title: false, bar: false }
  const view = viewOf(diagram, { language, shapeText, set: tried, ...alone })
  viewed.set(diagram, { tried, language, shapeText, root, view })
  return view
}

/** The container that is shown alone, as long as there is one. */
export function aloneIn(state: EditorState): string | undefined {
  const { alone } = state.session
  return alone !== undefined && insideOf(diagramOf(state), alone) !== undefined ? alone : undefined
}

/** Paths of the selected nodes, whether or not what is around them stands open. */
export function selectedNodes(state: EditorState): readonly string[] {
  return state.history.present.selection.filter(isNode)
}

export function selectedEdges(state: EditorState): readonly string[] {
  return state.history.present.selection.filter(isEdge)
}
