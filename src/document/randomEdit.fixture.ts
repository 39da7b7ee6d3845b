// Edits made up from a seed, for tests: every kind of edit, with arguments that mostly fit the document.
import { blocks } from '../blocks'
import { addSource, removeSource, setSource, setYear } from './edit/about'
import {
  addFrame,
  addText,
  freeAnnotationId,
  moveText,
  removeAnnotations,
  setFrameNodes,
  setFrameWords,
  setText,
  setTextWords,
} from './edit/annotations'
import { setNodeBasis, setPhaseBasis, setSymbolBasis, setVariantBasis } from './edit/basis'
import { cutOut } from './edit/cutOut'
import { connect, disconnect, reconnect, setEdge } from './edit/edges'
import { moveIntoGroup, ungroup } from './edit/groups'
import { insert } from './edit/insert'
import { makeIndependent, makeModule, removeModule, shareGroups } from './edit/modules'
import { addNode, addNodeOnEdge, removeNodes } from './edit/nodes'
import { clearParam, setParam, setRepeat, setTied } from './edit/params'
import { addModuleParam, removeModuleParam, renameModuleParam, renameSymbol, setModuleParam } from './edit/names'
import { addPhase, movePhase, removePhase, renamePhase, setPhaseVariants, setPhaseWords } from './edit/phases'
import { addPort, removePort, renamePort, setPort } from './edit/ports'
import { moveInOrder } from './edit/order'
import { intoRepeat, writeOut } from './edit/repeats'
import { setState } from './edit/states'
import { companionOf } from './companions'
import {
  addStep,
  duplicateStep,
  moveStep,
  recapture,
  removeStep,
  setBeside,
  setStepOwn,
  setStepWords,
} from './edit/steps'
import {
  addVariant,
  removeSymbol,
  removeVariant,
  setExample,
  setSymbol,
  setSymbolWords,
  setVariantPhase,
  setVariantWords,
} from './edit/symbols'
import { clearPin, clearPins, fold, setPin, setLocked, setView, tidyNodes, unfold, unfoldTo } from './edit/view'
import { setInit, setLabel, setModuleLabel, setNote, setSublabel, setSummary, setTitle } from './edit/words'
import { uniqueId, uniqueIn, uniqueModuleName } from './ids'
import { graphPathsOf, writtenNodes } from './instances'
import { bodyAt, insideNode, placeIn } from './place'
import { portsOf, wallPorts } from './ports'
import { bases, type Diagram, type GraphBody } from './schema'
import { showsAtFirst, type Shows } from './steps'
import { pick, some, somePaths, type Random } from './randomDiagram.fixture'
import { idOf, parentOf } from '../shared/path'

export interface RandomEdit {
  readonly name: string
  run(diagram: Diagram): Diagram
}

export function randomEdit(random: Random, diagram: Diagram): RandomEdit {
  const names = Object.keys(edits) as (keyof typeof edits)[] // Its own keys.
  const name = pick(random, names)!
  const run = edits[name](argumentsFor(random, diagram))
  return { name, run }
}

interface Arguments {
  readonly random: Random
  readonly graph: string
  readonly body: GraphBody
  readonly ids: readonly string[]
  /** A node of the graph. */
  readonly place: string
  readonly path: string
  readonly paths: readonly string[]
  /** Ends of edges, existing and not. */
  readonly from: string
  readonly to: string
  readonly otherTo: string
  readonly phase: string | undefined
  readonly variant: string | undefined
  readonly module: string
  readonly symbol: string
  readonly text: string
  readonly diagram: Diagram
}

function argumentsFor(random: Random, diagram: Diagram): Arguments {
  const graphs = ['', ...Object.keys(diagram.modules ?? {}).map((name) => `${name}:`)]
  for (const { graph, node } of writtenNodes(diagram)) if (node.group) graphs.push(insideNode(graph, node)!)
  const graph = pick(random, graphs)!
  const body = bodyAt(diagram, graph)!
  const paths = somePaths(diagram)
  const ports = body.nodes.map((node) => ({ node, ports: portsOf(diagram, graph, node) }))
  const wall = wallPorts(body)
  const froms = [
    ...ports.flatMap(
      ({ node, ports: each }) => each?.outputs.map((port) => `${node.id}.${port.id}`) ?? [`${node.id}.q`],
    ),
    ...wall.inputs.map((port) => `in.${port.id}`),
    'nobody.x',
  ]
  const tos = [
    ...ports.flatMap(
      ({ node, ports: each }) => each?.inputs.map((port) => `${node.id}.${port.id}`) ?? [`${node.id}.q`],
    ),
    ...wall.outputs.map((port) => `out.${port.id}`),
    'x',
  ]
  const taken = body.edges.map((edge) => edge.to)
  return {
    random,
    diagram,
    graph,
    body,
    paths,
    ids: some(random, body.nodes, 0.4).map((node) => node.id),
    place: placeIn(graph, pick(random, body.nodes)?.id ?? 'nobody'),
    path: pick(random, paths) ?? 'nobody',
    from: pick(random, froms)!,
    to: pick(random, random() < 0.5 && taken.length > 0 ? taken : tos)!,
    otherTo: pick(random, tos)!,
    phase: pick(random, diagram.phases ?? [])?.id,
    variant: pick(random, [undefined, ...(diagram.variants ?? [])])?.id,
    module: pick(random, Object.keys(diagram.modules ?? {})) ?? 'nobody',
    symbol: pick(random, [...Object.keys(diagram.symbols ?? {}), 'fresh', 'constructor', 'a b'])!,
    text: pick(random, ['Encoder', '', 'エンコーダ', '"', 'a\u2028b'])!,
  }
}

type Make = (given: Arguments) => (diagram: Diagram) => Diagram

function newNode({ random, body, diagram }: Arguments) {
  const block = pick(random, blocks)!
  const module = pick(random, Object.keys(diagram.modules ?? {}))
  const kind =
    random() < 0.2 && module !== undefined ? { module } : { block: random() < 0.05 ? 'hologram' : block.type }
  return { id: random() < 0.9 ? uniqueId(body, block.type) : 'in', ...kind }
}

const value = ({ random }: Arguments) =>
  pick(random, [1, 3, 'width', 'heads + 1', 'nobody', '9^9^9^9', true, 'gelu', '', ['B', 2], { en: 'x' }])!
const someShows = ({ random, paths, phase, variant, diagram }: Arguments): Shows => ({
  ...showsAtFirst(diagram),
  focus: some(random, paths, 0.2),
  hidden: some(random, paths, 0.1),
  variant,
  phase,
  camera: pick(random, ['all', 'focus', { x: 0, y: 0, width: 10, height: 10 }] as const)!,
})
const number = ({ random }: Arguments) => pick(random, [0, 2, 'layers', 1e9, -1, 'heads / 3', '1 +', 'width * heads'])!

const someNote = ({ random, body }: Arguments): string =>
  pick(random, [...(body.texts ?? []), ...(body.frames ?? []), { id: 'nobody' }])!.id

const edits = {
  addNode: (given) => (d) =>
    addNode(d, given.graph, newNode(given), given.random() < 0.5 ? { pin: { x: 5, y: -0 }, index: 0 } : {}),
  addNodeOnEdge: (given) => (d) => addNodeOnEdge(d, given.graph, newNode(given), given.to),
  removeNodes: (given) => (d) => removeNodes(d, given.graph, given.ids),
  removeAndHeal: (given) => (d) => removeNodes(d, given.graph, given.ids, { heal: true }),
  cutOutAndInsert: (given) => (d) => {
    const fragment = cutOut(d, parentOf(given.path), [idOf(given.path)], { variant: given.variant, phase: given.phase })
    const feed = pick(given.random, [
      undefined,
      { as: 'before' },
      { as: 'after', node: given.place.split(/[:/]/).at(-1)! },
      { as: 'onEdge', to: given.to },
    ] as const)
    const [path] = graphPathsOf(d, given.graph)
    const at = given.random() < 0.3 ? { x: 10, y: 20 } : undefined
    if (!fragment || path === undefined) return d
    const inserted = insert(d, fragment, { path, graph: given.graph, feed, at })
    return inserted.ok ? inserted.diagram : d
  },
  connect: (given) => (d) => connect(d, given.graph, given.from, given.to),
  connectAgain: (given) => (d) => connect(d, given.graph, given.from, given.otherTo),
  disconnect: (given) => (d) => disconnect(d, given.graph, given.to),
  reconnect: (given) => (d) => reconnect(d, given.graph, given.to, { from: given.from }),
  reconnectEnd: (given) => (d) => reconnect(d, given.graph, given.to, { to: given.otherTo }),
  setEdge: (given) => (d) =>
    setEdge(d, given.graph, given.to, { shape: given.random() < 0.5 || undefined, label: given.text || undefined }),
  setLabel: (given) => (d) => setLabel(d, given.place, given.text, 'ja'),
  setSublabel: (given) => (d) => setSublabel(d, given.place, given.text, 'en'),
  setNote: (given) => (d) => setNote(d, given.place, given.text, 'zh-Hans'),
  setInit: (given) => (d) => setInit(d, given.place, given.text, 'en'),
  setTitle: (given) => (d) => setTitle(d, given.text, 'en'),
  setSummary: (given) => (d) => setSummary(d, given.text, 'en'),
  setModuleLabel: (given) => (d) => setModuleLabel(d, given.module, given.text, 'en'),
  setParam: (given) => (d) =>
    setParam(
      d,
      given.place,
      pick(given.random, ['heads', 'width', 'inputs', 'bias', 'mask', 'constructor'])!,
      value(given),
    ),
  clearParam: (given) => (d) => clearParam(d, given.place, pick(given.random, ['heads', 'inputs', 'depth'])!),
  setRepeat: (given) => (d) => setRepeat(d, given.place, given.random() < 0.3 ? undefined : number(given)),
  setRepeatMode: (given) => (d) => setRepeat(d, given.place, { count: number(given), mode: 'shared' }),
  setTied: (given) => (d) => setTied(d, given.place, given.random() < 0.8 ? given.path : undefined),
  setState: (given) => (d) =>
    setState(d, [given.path, 'nobody'], pick(given.random, ['frozen', 'trainable', undefined] as const)),
  setPhaseState: (given) => (d) =>
    setState(d, [given.path], pick(given.random, ['frozen', 'trainable', 'absent', undefined] as const), {
      phase: given.phase,
      inside: given.random() < 0.5,
    }),
  setSymbol: (given) => (d) => setSymbol(d, given.symbol, number(given), given.variant),
  unsetSymbol: (given) => (d) => setSymbol(d, given.symbol, undefined, given.variant),
  setExample: (given) => (d) => setExample(d, given.symbol, 3),
  removeSymbol: (given) => (d) => removeSymbol(d, given.symbol),
  renameSymbol: (given) => (d) =>
    renameSymbol(d, given.symbol, pick(given.random, ['renamed', 'heads', 'a b', 'width'])!),
  setSymbolWords: (given) => (d) => setSymbolWords(d, given.symbol, 'label', given.text, 'en'),
  setSymbolBasis: (given) => (d) => setSymbolBasis(d, given.symbol, pick(given.random, [...bases, undefined])),
  setVariantBasis: (given) => (d) => setVariantBasis(d, given.variant ?? 'nobody', pick(given.random, bases)),
  setPhaseBasis: (given) => (d) => setPhaseBasis(d, given.phase ?? 'nobody', pick(given.random, [...bases, undefined])),
  setNodeBasis: (given) => (d) => setNodeBasis(d, given.place, pick(given.random, [...bases, undefined])),
  setVariantPhase: (given) => (d) => setVariantPhase(d, given.variant ?? 'nobody', given.phase),
  setVariantWords: (given) => (d) => setVariantWords(d, given.variant ?? 'nobody', 'label', given.text, 'ja'),
  setPhaseWords: (given) => (d) => setPhaseWords(d, given.phase ?? 'nobody', 'objective', given.text, 'en'),
  setPhaseVariants: (given) => (d) =>
    setPhaseVariants(d, given.phase ?? 'nobody', given.variant ? [given.variant] : []),
  addModuleParam: (given) => (d) =>
    addModuleParam(d, given.module, pick(given.random, ['extra', 'width', 'B', '1x'])!, 3),
  setModuleParam: (given) => (d) => setModuleParam(d, given.module, 'heads', pick(given.random, [2, 'layers'])!),
  renameModuleParam: (given) => (d) => renameModuleParam(d, given.module, 'heads', pick(given.random, ['h', 'width'])!),
  removeModuleParam: (given) => (d) => removeModuleParam(d, given.module, pick(given.random, ['heads', 'width'])!),
  setPort: (given) => (d) =>
    setPort(d, given.graph, given.random() < 0.5 ? 'inputs' : 'outputs', 'x', { optional: true, kind: undefined }),
  setYear: (given) => (d) => setYear(d, given.random() < 0.5 ? 2024 : undefined),
  addSource: (given) => (d) => addSource(d, given.text || 'Paper'),
  setSource: (given) => (d) => setSource(d, 'P', { authors: given.text || undefined, year: 2023 }),
  removeSource: () => (d) => removeSource(d, 'P'),
  addVariant: (given) => (d) => addVariant(d, given.text, given.variant),
  removeVariant: (given) => (d) => removeVariant(d, given.variant ?? 'nobody'),
  addPhase: (given) => (d) => addPhase(d, given.text, given.phase),
  renamePhase: (given) => (d) => renamePhase(d, given.phase ?? 'nobody', given.text, 'en'),
  addStep: (given) => (d) =>
    addStep(d, someShows(given), { title: given.text || 'Step' }, pick(given.random, [0, 1, 9])!),
  recapture: (given) => (d) => recapture(d, pick(given.random, [0, 1])!, someShows(given)),
  removeStep: (given) => (d) => removeStep(d, pick(given.random, [0, 1, 9])!),
  duplicateStep: (given) => (d) => duplicateStep(d, pick(given.random, [0, 1])!),
  moveStep: () => (d) => moveStep(d, 1, 0),
  setStepWords: (given) => (d) => setStepWords(d, pick(given.random, [0, 1])!, 'text', given.text, 'ja'),
  setStepOwn: (given) => (d) =>
    setStepOwn(d, 0, 'lens', given.text && given.paths.length > 0 ? { kind: 'gate', node: given.path } : undefined),
  setBeside: (given) => (d) =>
    given.random() < 0.5
      ? setBeside(d, 0, { diagram: 'other' }, companionOf(d))
      : setBeside(d, 0, given.phase === undefined ? undefined : { phase: given.phase }),
  movePhase: (given) => (d) => movePhase(d, given.phase ?? 'nobody', 1),
  removePhase: (given) => (d) => removePhase(d, given.phase ?? 'nobody'),
  fold: (given) => (d) => fold(d, [given.path]),
  unfold: (given) => (d) => unfold(d, [given.path, 'nobody']),
  unfoldTo: (given) => (d) => unfoldTo(d, pick(given.random, [0, 1, 2, Infinity])!),
  setPin: (given) => (d) => setPin(d, given.place, { x: Math.round(given.random() * 300), y: -0 }),
  clearPin: (given) => (d) => clearPin(d, given.place),
  clearPins: (given) => (d) => clearPins(d, given.random() < 0.5 ? given.graph : undefined),
  setLocked: (given) => (d) => setLocked(d, { [given.place]: { x: 3, y: 4 } }, given.random() < 0.6),
  tidyNodes: (given) => (d) => tidyNodes(d, [given.place]),
  moveInOrder: (given) => (d) =>
    moveInOrder(d, given.graph, given.ids, pick(given.random, ['earlier', 'later', 'first', 'last'] as const)!),
  intoRepeat: (given) => (d) => intoRepeat(d, given.graph, given.ids),
  writeOut: (given) => (d) => writeOut(d, given.place),
  shareGroups: (given) => (d) => shareGroups(d, given.place, uniqueModuleName(d, 'shared')),
  addText: (given) => (d) =>
    addText(d, given.graph, {
      id: freeAnnotationId(given.body, 'text'),
      words: given.text || 'Text',
      ...(given.random() < 0.6 && { node: given.place.split(/[:/]/).at(-1)! }),
      x: Math.round(given.random() * 50),
      y: -0,
    }),
  setText: (given) => (d) =>
    setText(d, given.graph, someNote(given), {
      x: 3,
      size: pick(given.random, ['small', undefined] as const),
      width: pick(given.random, [120, undefined, -1]),
      leader: given.random() < 0.5 || undefined,
    }),
  moveText: (given) => (d) =>
    moveText(d, { graph: given.graph, id: someNote(given) }, { graph: '', node: given.ids[0], x: 4, y: 5 }),
  setTextWords: (given) => (d) => setTextWords(d, given.graph, someNote(given), given.text, 'ja'),
  addFrame: (given) => (d) =>
    addFrame(d, given.graph, { id: freeAnnotationId(given.body, 'frame'), nodes: [...given.ids, 'nobody'] }),
  setFrameWords: (given) => (d) => setFrameWords(d, given.graph, someNote(given), given.text, 'en'),
  setFrameNodes: (given) => (d) => setFrameNodes(d, given.graph, someNote(given), given.ids),
  removeAnnotations: (given) => (d) => removeAnnotations(d, given.graph, [someNote(given)]),
  setView: (given) => (d) =>
    setView(d, { direction: pick(given.random, ['down', 'right', undefined] as const), shapes: 'all' }),
  moveIntoGroup: (given) => (d) => moveIntoGroup(d, given.graph, given.ids, uniqueId(given.body, 'group'), given.text),
  ungroup: (given) => (d) => ungroup(d, given.place),
  makeModule: (given) => (d) => makeModule(d, given.place, uniqueModuleName(d, 'made')),
  makeIndependent: (given) => (d) => makeIndependent(d, given.place, uniqueModuleName(d, 'made')),
  removeModule: (given) => (d) => removeModule(d, given.module),
  addPort: (given) => (d) => addPort(d, given.graph, 'inputs', { id: uniqueIn(given.body.inputs, 'x') }),
  removePort: (given) => (d) => removePort(d, given.graph, given.random() < 0.5 ? 'inputs' : 'outputs', 'x'),
  renamePort: (given) => (d) => renamePort(d, given.graph, given.random() < 0.5 ? 'inputs' : 'outputs', 'x', 'y'),
} satisfies Record<string, Make>
