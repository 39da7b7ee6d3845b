// All exporters. The command line and the export dialog read this list.
import type { Exporter } from './exporter'
import { pdf } from './pdf'
import { png } from './png'
import { pptx } from './pptx'
import { svg } from './svg'
import { webp } from './webp'

export const exporters: readonly Exporter[] = [svg, pdf, png, webp, pptx]

/** By the ending of a file's name, without the dot. */
export function exporterFor(extension: string): Exporter | undefined {
  return exporters.find((e) => e.extension === extension.toLowerCase())
}
