// Where a figure goes, and in which format: by the ending of the name.
import { extname } from 'node:path'
import { exporterFor, exporters } from '../exporters'
import type { Exporter } from '../exporters/exporter'
import { Complaint } from './complaint'
import type { Words } from './options'

export function readOutput({ options }: Words): { readonly output: string; readonly exporter: Exporter } {
  const { output } = options
  if (!output) throw new Complaint('Say where to: -o OUT.svg, or -o - for standard output.')
  const exporter = exporterFor(output === '-' ? 'svg' : extname(output).slice(1))
  if (exporter) return { output, exporter }
  const endings = exporters.map((e) => `.${e.extension}`).join(', ')
  throw new Complaint(`${output}: no format has this ending; there is: ${endings}.`)
}
