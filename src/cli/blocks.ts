// frieze blocks: what there is to build with, for whoever writes a document by hand.
import { blockOf, blocks } from '../blocks'
import type { Block } from '../blocks/block'
import type { Field } from '../blocks/fields'
import { nearestBlock } from '../blocks/meant'
import { blank } from '../document/blank'
import { portsOf, type DiagramPort } from '../document/ports'
import type { Command } from './command'
import { Complaint } from './complaint'
import { write } from './files'
import { writeJson } from './json'

export const blocksCommand: Command = {
  name: 'blocks',
  takes: '[NAME…]',
  about: 'Lists the blocks with their ports and parameters, as a document names them.',
  options: ['json'],
  files: [0, Number.MAX_SAFE_INTEGER],
  async run({ files: names, options }) {
    const chosen = names.length ? names.map(named) : blocks
    const found = chosen.map(described)
    await write('-', options.json ? writeJson({ blocks: found }) : found.map(paragraph).join('\n'))
    return 0
  },
}

function named(name: string): Block {
  const block = blockOf(name)
  if (block) return block
  const meant = nearestBlock(name)
  throw new Complaint(
    `There is no block “${name}”; ${meant ? `perhaps “${meant}” is meant` : 'frieze blocks lists them all'}.`,
  )
}

/** Ports are those with the values that the parameters begin with. */
function described(block: Block) {
  const ports = portsOf(blank(), '', { id: 'block', block: block.type })
  return {
    block: block.type,
    label: block.label.en,
    about: block.about.en,
    inputs: (ports?.inputs ?? []).map(port),
    outputs: (ports?.outputs ?? []).map(port),
    params: Object.entries(block.fields).map(([name, field]) => param(name, field)),
  }
}

function port({ id, kinds, optional }: DiagramPort) {
  return { id, kinds: kinds ?? [], ...(optional && { optional }) }
}

function param(name: string, field: Field) {
  const { type, initial, label, hint } = field
  return {
    name,
    type,
    initial,
    ...(field.type === 'choice' && { options: field.options }),
    about: hint ? `${label.en}. ${hint.en}` : label.en,
  }
}

function paragraph({ block, label, about, inputs, outputs, params }: ReturnType<typeof described>): string {
  const ends = (ports: typeof inputs) =>
    ports.map(({ id, kinds, optional }) => `${id}${optional ? '?' : ''}: ${kinds.join(' or ') || 'any'}`).join(', ')
  const lines = [
    `${block}: ${label}. ${about}`,
    ...(inputs.length ? [`  in    ${ends(inputs)}`] : []),
    ...(outputs.length ? [`  out   ${ends(outputs)}`] : []),
    ...params.map((each) => `  ${each.name} = ${JSON.stringify(each.initial)}   ${explained(each)}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function explained({ type, about, options }: ReturnType<typeof param>): string {
  return `${about} (${options ? options.join(' | ') : type})`
}
