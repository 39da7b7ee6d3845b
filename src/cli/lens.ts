// frieze lens: one of the small figures that explain what a box cannot.
import { serialise } from '../document/serialise'
import { drawLens, lenses, openLens, valuesFor } from '../lenses'
import type { Control, Lens } from '../lenses/lens'
import { analyse } from '../semantics/analyse'
import type { Command } from './command'
import { Complaint } from './complaint'
import { readDiagram } from './files'
import { readTheme, readView } from './options'
import { formatOptions, readOutput, writeScene } from './output'
import { warnOf } from './usable'

export const lensCommand: Command = {
  name: 'lens',
  takes: 'FILE -o OUT.svg --lens KIND',
  about: `Draws a lens with the diagram’s own numbers: ${lenses.map(({ kind }) => kind).join(', ')}.`,
  options: [
    'output',
    'lens',
    'with',
    'variant',
    'phase',
    'set',
    'theme',
    'lang',
    ...formatOptions,
    'no-background',
    'no-source',
  ],
  files: [1, 1],
  async run(words) {
    const [file] = words.files
    const { options } = words
    const { output, exporter } = readOutput(words)
    const kind = options.lens ?? ''
    const kinds = lenses.map((each) => each.kind)
    if (!kinds.some((each) => each === kind))
      throw new Complaint(`--lens is “${kind}”; it can be: ${kinds.join(', ')}.`)
    if (exporter.needsGraph) throw new Complaint(`${output}: a lens cannot be had as ${exporter.label}.`)
    const diagram = await readDiagram(file!)
    const view = readView(diagram, words)
    const analysis = analyse(diagram, view)
    warnOf(file!, analysis)
    const { lens, given, values: initial } = openLens({ kind }, analysis)!
    const set = readValues(lens, options.with, initial)
    const values = valuesFor(lens, given, set)
    for (const control of lens.controls(given))
      if (Object.hasOwn(set, control.id) && values[control.id] !== set[control.id]) throw refusal(control, set)
    const look = { theme: readTheme(words), background: !options['no-background'], problems: false }
    const scene = drawLens(lens, values, look, view.language)
    const document = options['no-source'] ? undefined : serialise(diagram)
    await writeScene(words, { output, exporter }, scene, { language: view.language, document })
    return 0
  },
}

/** `--with temperature=0.1`: text becomes what the value of that name is. */
function readValues(lens: Lens, pairs: readonly string[] | undefined, initial: Readonly<Record<string, unknown>>) {
  const set: Record<string, unknown> = {}
  for (const pair of pairs ?? []) {
    const at = pair.indexOf('=')
    const [name, text] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    if (at < 1 || !Object.hasOwn(initial, name))
      throw new Complaint(`--with ${pair}: the lens ${lens.kind} can be given ${Object.keys(initial).join(', ')}.`)
    const value = valueLike(initial[name], text)
    if (value === undefined)
      throw new Complaint(
        `--with ${pair}: ${name} wants ${typeof initial[name] === 'number' ? 'a number' : 'true or false'}.`,
      )
    set[name!] = value
  }
  return set
}

/** A figure of another number than was asked for would mislead. */
function refusal(control: Control, set: Readonly<Record<string, unknown>>): Complaint {
  const { id } = control
  const can =
    control.type === 'range'
      ? `from ${control.min} to ${control.max} in steps of ${control.step}`
      : control.type === 'choice'
        ? control.options.map((option) => option.id).join(', ')
        : 'true, false'
  return new Complaint(`--with ${id}=${String(set[id])}: ${id} can be: ${can}.`)
}

/** Undefined where the text is nothing of that kind. */
function valueLike(initial: unknown, text: string): number | boolean | string | undefined {
  if (typeof initial === 'number') return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
  if (typeof initial === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : undefined
  return text
}
