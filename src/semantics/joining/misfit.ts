// Whether what an output gives may go into an input: judged by drawing the edge and looking at what follows. Where nobody
// knows yet what the output gives, by everything that it might give.
import { connect, disconnect, edgeInto } from '../../document/edit/edges'
import { endOf } from '../../document/ends'
import { bodyAt } from '../../document/place'
import type { Diagram, Expression } from '../../document/schema'
import { kindWords } from '../../blocks/tensorWords'
import { shapeWords } from '../../blocks/shapeText'
import { ownDimensions, type Tensor } from '../../blocks/tensor'
import { dim, format, symbolsOf, type Dim } from '../../shared/dimension'
import type { Message } from '../../shared/message'
import { analyse } from '../analyse'
import { problemsIn, type MeaningProblem } from '../checks'
import { edgeAt } from '../edges'
import { joinings } from '../sentences'
import type { Setting } from '../setting'
import { nodeAtPath } from '../tree'
import { guessesAt, type Guess } from './guesses'
import { isInside, isWithin, pathIn } from '../../shared/path'
import { edgeId } from '../../shared/edgeId'

/** An edge that may be drawn. */
export interface Wire {
  /** The path of the graph that holds it, and that graph's place in the document. */
  readonly path: string
  readonly graph: string
  readonly from: string
  readonly to: string
}

export interface Misfit {
  readonly message: Message
  /** What is wrong when the edge is there. */
  readonly problem: MeaningProblem
  /** The document without the edge, with what was guessed where something had to be, and how it is read then. */
  readonly diagram: Diagram
  readonly setting: Setting
}

/** What the input takes instead, as far as that is known: see `wantedAt`. */
export interface Wanted {
  /** Outermost first. */
  readonly shape: readonly string[]
  /** Those that may be of any size. */
  readonly fresh: ReadonlySet<string>
}

/** Why the edge should not be drawn; undefined where nothing speaks against it. */
export function misfitOf(diagram: Diagram, setting: Setting, wire: Wire): Misfit | undefined {
  const joined = connect(diagram, wire.graph, wire.from, wire.to)
  if (joined === diagram) return undefined
  if (tensorOn(joined, setting, wire)) return clashOf(diagram, setting, wire)
  let first: Misfit | undefined
  for (const guess of givenGuesses(joined, diagram, setting, wire)) {
    const read = settled(guess, setting, wire)
    const misfit = read && clashOf(guess.diagram, read, wire)
    if (!misfit) return undefined
    first ??= misfit
  }
  return first
}

export function tensorOn(diagram: Diagram, setting: Setting, wire: Wire): Tensor | undefined {
  return edgeAt(analyse(diagram, setting).tree, edgeId(wire.path, wire))?.tensor
}

export function targetOfWire({ path, to }: Wire): string {
  const { node } = endOf(to)
  return node === 'out' ? path : pathIn(path, node)
}

function clashOf(diagram: Diagram, setting: Setting, wire: Wire): Misfit | undefined {
  const joined = connect(diagram, wire.graph, wire.from, wire.to)
  const target = targetOfWire(wire)
  const found = newErrors(diagram, joined, setting).filter(({ path }) => isWithin(path, target))
  const { port } = endOf(wire.to)
  const item = nodeAtPath(analyse(joined, setting).tree, target)
  for (const problem of found.filter(({ path }) => path === target)) {
    const said = item?.inference.findings.find(({ sentence }) => sentence === problem.sentence)
    const isAbout = said?.port !== undefined && (said.port === port || said.message.args['other'] === port)
    if (isAbout) return { message: problem.message, problem, diagram, setting }
  }
  const inner = found.find(({ path, edge }) => edge !== undefined && isInside(path, target))
  return inner && insideClash(diagram, setting, wire, inner)
}

/** It fits at the wall, but not what is inside: that is the fault of the edge where something else would fit. */
function insideClash(diagram: Diagram, setting: Setting, wire: Wire, problem: MeaningProblem): Misfit | undefined {
  const given = tensorOn(connect(diagram, wire.graph, wire.from, wire.to), setting, wire)
  const wanted = wantedAt(diagram, setting, wire)
  if (!given || !wanted) return undefined
  const rest = { problem, diagram, setting }
  const { port } = endOf(wire.to)
  if (wanted.shape.length === given.shape.length)
    return { ...rest, message: joinings.inside({ port, path: problem.path, problem: problem.message }) }
  const [takes, gives] = [shapeWords(wanted.shape.map((size) => dim(size))), shapeWords(given.shape)]
  const ranks = { rank: wanted.shape.length, otherRank: given.shape.length }
  return { ...rest, message: joinings.rank({ port, takes, kind: kindWords[given.kind], gives, ...ranks }) }
}

/** The simplest shape with which nothing goes wrong in a node; undefined where there is none, or nobody knows. */
export function wantedAt(
  diagram: Diagram,
  setting: Setting,
  { path, graph, to }: Omit<Wire, 'from'>,
): Wanted | undefined {
  const { node } = endOf(to)
  if (node === 'out') return undefined
  const open = edgeInto(diagram, graph, to) ? disconnect(diagram, graph, to) : diagram
  const target = pathIn(path, node)
  return guessesAt(open, graph, [to]).find(
    (guess) => !newErrors(open, guess.diagram, setting).some(({ path: at }) => isWithin(at, target)),
  )
}

export function newErrors(before: Diagram, after: Diagram, setting: Setting): MeaningProblem[] {
  const known = new Set(problemsIn(analyse(before, setting)).map(({ path, sentence }) => `${path}: ${sentence}`))
  return problemsIn(analyse(after, setting)).filter(
    ({ path, sentence, severity }) => severity === 'error' && !known.has(`${path}: ${sentence}`),
  )
}

/** What might come out at the start of the edge, when the inputs that are open before it are fed with this and that. */
function givenGuesses(joined: Diagram, diagram: Diagram, setting: Setting, wire: Wire): Guess[] {
  const body = bodyAt(joined, wire.graph)
  const source = endOf(wire.from).node
  if (!body || source === 'in') return []
  const { tree } = analyse(joined, setting)
  const before = new Set([source])
  for (const id of before)
    for (const { from, to } of body.edges) if (endOf(to).node === id) before.add(endOf(from).node)
  const open = [...before].flatMap((id) => {
    const inference = nodeAtPath(tree, pathIn(wire.path, id))?.inference
    return (inference?.inputPorts ?? []).flatMap((port) =>
      port.optional || port.side || body.edges.some(({ to }) => to === `${id}.${port.id}`) ? [] : [`${id}.${port.id}`],
    )
  })
  if (open.length !== 1) return []
  const around = [...before].map((id) => pathIn(wire.path, id))
  return guessesAt(diagram, wire.graph, open).filter(
    (guess) =>
      !newErrors(diagram, guess.diagram, setting).some(({ path }) => around.some((each) => isWithin(path, each))),
  )
}

/** With what may be of any size as it is on the other inputs; undefined where the guess says nothing of the edge. */
function settled({ diagram, fresh }: Guess, setting: Setting, wire: Wire): Setting | undefined {
  const joined = connect(diagram, wire.graph, wire.from, wire.to)
  const given = tensorOn(joined, setting, wire)
  if (!given) return undefined
  const open = given.shape.flatMap((size, at) => {
    const [name, ...more] = [...symbolsOf(size)].filter((each) => fresh.has(each))
    return name === undefined ? [] : [{ name, isAlone: more.length === 0 && size.key === dim(name).key, at }]
  })
  if (open.length === 0) return setting
  const item = nodeAtPath(analyse(joined, setting).tree, targetOfWire(wire))
  // What is inside a container may want any size.
  if (!item || item.inside || open.some(({ isAlone }) => !isAlone)) return undefined
  const others = Object.entries(item.inference.inputs).filter(([port]) => port !== endOf(wire.to).port)
  const sizes: Record<string, Expression> = {}
  for (const { name, at } of open)
    for (const [, other] of others) {
      const size = other && sizeLike(given, at, other)
      if (size) sizes[name] ??= format(size)
    }
  return { ...setting, set: { ...setting.set, ...sizes } }
}

/** The size that stands in another tensor where one stands in this: a length among lengths, an image among images. */
function sizeLike(tensor: Tensor, at: number, other: Tensor): Dim | undefined {
  const before = tensor.shape.length - ownDimensions[tensor.kind]
  return at < before ? other.shape[at] : other.shape[other.shape.length - ownDimensions[other.kind] + at - before]
}
