// What an exporter is: one file and one line in the list. It sees finished pictures and the document's text, and asks for
// fonts and the like by name, so that it gives the same bytes in the browser and on the command line.
import type { Language } from '../document/schema'
import type { Graph } from '../graph/graph'
import type { View } from '../graph/view'
import type { Layout } from '../layout/layout'
import type { Surround } from '../scene/draw'
import type { Look } from '../scene/look'
import type { Scene, ThemeName } from '../scene/scene'
import type { Analysis } from '../semantics/analyse'

/** One picture: the whole diagram, a selection of it, one step of the lecture, or a chart. */
export interface Page {
  readonly scene: Scene
  /** What the scene shows, for formats that build shapes of their own; a chart has none. */
  readonly drawn?: Drawn
  /** The very same primitives in other colours, for formats that hold more than one theme. */
  readonly inTheme?: (theme: ThemeName) => Scene
  /** Of the step; absent: the scene's own title. */
  readonly title?: string
  /** What the speaker says. */
  readonly notes?: string
  /** Of the lecture, from 1. */
  readonly step?: number
}

/** The stations of the pipeline that led to a scene. */
export interface Drawn {
  readonly analysis: Analysis
  readonly graph: Graph
  readonly layout: Layout
  readonly view: View
  readonly look: Look
  /** What stands around it, when it is not what the view asks for. */
  readonly surround?: Surround
  /** Only these nodes are in the picture; absent: all. */
  readonly paths?: readonly string[]
}

/** What a person may choose. An exporter names those that it heeds; each has a default. */
export interface ExportOptions {
  /** SVG: for slides, with glyphs as outlines, for web pages, or moving. */
  readonly profile?: SvgProfile
  /** PNG and WebP: pixels for one pixel of the page. */
  readonly scale?: number
  /** PDF: as large as the picture, or a sheet. */
  readonly paper?: Paper
  /** PDF: a handout, with title and notes under each figure. */
  readonly notes?: boolean
}

export const svgProfiles = ['slides', 'outlined', 'web', 'animated'] as const
export type SvgProfile = (typeof svgProfiles)[number]

export const papers = ['fit', 'a4', 'letter'] as const
export type Paper = (typeof papers)[number]

/** The bytes of a file of a package, by its path there, such as `@fontsource/arimo/files/arimo-latin-400-normal.woff`. */
export type LoadAsset = (path: string) => Promise<Uint8Array>

export interface ExportRequest {
  /** In order; one for formats that hold one picture. */
  readonly pages: readonly [Page, ...Page[]]
  /** The document as text, to travel inside the file; absent: it stays behind. */
  readonly document?: string
  readonly language: Language
  readonly options?: ExportOptions
  readonly loadAsset: LoadAsset
  /** Ends the work; it rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Told now and then how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** What a format cannot keep of the picture; the export dialog says it in words before the file is made. */
export type Loss =
  | 'places' // the program that opens it lays the figure out anew
  | 'colours'
  | 'routes' // edges bend elsewhere
  | 'badges' // numbers and icons at the nodes
  | 'shapes' // the shapes that travel on edges
  | 'legend'
  | 'fonts' // text is set in a face of the reader's machine
  | 'text' // text can be neither selected nor changed
  | 'vectors' // made of pixels: not sharp at every size
  | 'transparency'
  | 'document' // it cannot be opened in Frieze again

export interface Exporter {
  /** Without the dot. */
  readonly extension: string
  readonly label: string
  readonly mime: string
  /** Several pages go into one file; else each is a file of its own. */
  readonly holdsPages?: boolean | ((options: ExportOptions) => boolean)
  /** It can show several views of a diagram in turn: phases, and what is folded. */
  readonly hasViews?: boolean
  /** Its pages are slides: type is large, unless a person asks otherwise. */
  readonly isSlides?: boolean
  /** Works from the graph, so a chart cannot be had in it. */
  readonly needsGraph?: boolean
  readonly options?: readonly (keyof ExportOptions)[]
  readonly loses?: readonly Loss[] | ((options: ExportOptions) => readonly Loss[])
  /** The same request gives the same bytes, in the browser and on the command line. */
  export(request: ExportRequest): Promise<string | Uint8Array>
}

/** Whether several pages go into one file of this exporter, with these options. */
export function holdsPages({ holdsPages: holds = false }: Exporter, options: ExportOptions = {}): boolean {
  return typeof holds === 'function' ? holds(options) : holds
}

/** Rejects an export with a sentence: what was asked for cannot be had in this format. */
export class ExportRefusal extends Error {}
