// What an exporter is: one file and one line in the list. It sees the finished scene and the document's text, no more.
import type { Scene } from '../scene/scene'

export interface ExportRequest {
  readonly scene: Scene
  /** The document as text, to travel inside the file; absent: it stays behind. */
  readonly document?: string
  readonly language: string
}

export interface Exporter {
  /** Without the dot. */
  readonly extension: string
  readonly label: string
  readonly mime: string
  /** The same request gives the same bytes, in the browser and on the command line. */
  export(request: ExportRequest): Promise<string | Uint8Array>
}
