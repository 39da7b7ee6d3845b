// All exporters. The command line and the export dialog read this list.
import { bibtex } from './bibtex'
import { dot } from './dot'
import { drawio } from './drawio'
import { gif } from './gif'
import { html } from './html'
import type { Exporter } from './exporter'
import { markdown } from './markdown'
import { mermaid } from './mermaid'
import { pdf } from './pdf'
import { png } from './png'
import { pptx } from './pptx'
import { svg } from './svg'
import { tikz } from './tikz'
import { webp } from './webp'

export const exporters: readonly Exporter[] = [
  svg,
  pdf,
  png,
  webp,
  gif,
  pptx,
  html,
  tikz,
  drawio,
  mermaid,
  dot,
  markdown,
  bibtex,
]

/** By the ending of a file's name, without the dot. */
export function exporterFor(extension: string): Exporter | undefined {
  return exporters.find((e) => e.extension === extension.toLowerCase())
}
