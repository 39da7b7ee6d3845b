// Documents made up from a seed, for tests: whole, but with everything in them that a file may hold.
import { blocks } from '../blocks'
import { graphPathsOf, writtenNodes } from './instances'
import { insideNode, placeIn } from './place'
import { kindsMeet, portsOf, wallPorts, type DiagramPort } from './ports'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody, Module, Phase, Words } from './schema'
import { pathIn } from '../shared/path'

/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)]
}

/** Some of the elements, in their order. */
export function some<T>(random: Random, list: readonly T[], chance = 0.3): T[] {
  return list.filter(() => random() < chance)
}

const ids = ['encoder', 'ln_1', 'attention', 'add', 'mlp', 'x', 'a', 'b', '層', 'x_2', 'in_', 'norm']
const words: readonly Words[] = [
  'Encoder',
  { en: 'Encoder', ja: 'エンコーダ' },
  '<b>&amp;"quoted"\n',
  '',
  { 'zh-Hans': '编码器' },
  '🦩',
]

/** `size`: about how many nodes the largest graph has. */
export function randomDiagram(random: Random, size = 8): Diagram {
  const maybe = <T>(value: () => T, chance = 0.4): T | undefined => (random() < chance ? value() : undefined)
  let diagram: Diagram = {
    version: 1,
    about: { title: pick(random, words)!, sources: [{ id: 'P', title: 'A paper' }], notes: some(random, words) },
    symbols: {
      width: 64,
      heads: { value: 4, label: 'heads', unsure: true },
      layers: 12,
      inputs: 2,
      mlp_dim: 'floor(width * 4.0)',
      B: { example: 1, label: 'batch' },
    },
    variants: [
      { id: 'S', set: {} },
      { id: 'L', label: 'Large', set: { width: 128, layers: 'heads * 6' } },
    ],
    modules: {},
    nodes: [],
    edges: [],
    ...(random() < 0.3 && { later: { version: [1, null, { z: 1, a: 'x' }] } }),
  }

  const modules = Math.floor(random() * 4)
  for (let index = 0; index < modules; index++) {
    const module: Module = {
      params: { heads: 'heads', width: { initial: 64, label: 'width' } },
      ...ports(),
      nodes: [],
      edges: [],
    }
    const body = randomBody(module, `module${index}:`, 1)
    diagram = { ...diagram, modules: { ...diagram.modules, [`module${index}`]: { ...module, ...body } } }
  }
  diagram = { ...diagram, ...randomBody(diagram, '', 0) }
  return randomReferences(diagram, random)

  function ports(): Pick<GraphBody, 'inputs' | 'outputs'> {
    return {
      inputs: [
        { id: 'x', kind: 'tokens' },
        { id: 'mask', side: true, optional: true },
      ],
      outputs: [{ id: 'x', ...(random() < 0.5 && { kind: 'tokens' as const }) }],
    }
  }

  function randomBody(body: GraphBody, graph: string, depth: number): Omit<GraphBody, 'inputs' | 'outputs'> {
    const nodes: DiagramNode[] = []
    const count = Math.floor(random() * (size / (depth + 1))) + 1
    for (let index = 0; index < count; index++) {
      const id = pick(random, ids)!
      nodes.push(randomNode(nodes.some((node) => node.id === id) ? `${id}_n${index}` : id, graph, depth))
    }
    return { nodes, edges: randomEdges({ ...body, nodes }, graph), ...annotations(nodes) }
  }

  function annotations(nodes: readonly DiagramNode[]): Pick<GraphBody, 'texts' | 'frames'> {
    const at = () => Math.round(random() * 200) - 50
    const text = (id: string) => ({
      id,
      words: pick(random, words)!,
      ...(random() < 0.7 && { node: pick(random, nodes)!.id }),
      x: at(),
      y: at(),
      ...(random() < 0.3 && { leader: true, size: 'large' as const, zoo: 1 }),
    })
    const around = some(random, nodes).map((node) => node.id)
    return {
      ...(random() < 0.3 && { texts: [text('text'), text('層')] }),
      ...(around.length > 0 &&
        random() < 0.3 && { frames: [{ id: 'frame', words: pick(random, words)!, nodes: around }] }),
    }
  }

  function randomNode(id: string, graph: string, depth: number): DiagramNode {
    const [label, note, state, init] = [
      maybe(() => pick(random, words)!, 0.2),
      maybe(() => pick(random, words)!, 0.1),
      maybe(() => (random() < 0.5 ? ('frozen' as const) : ('trainable' as const)), 0.2),
      maybe(() => 'CLIP ViT-L/14', 0.1),
    ]
    const repeat = maybe(
      () => pick(random, ['layers', 2, { count: 'heads', mode: 'parallel' as const, active: 1 }, 0])!,
      0.15,
    )
    const fields = Object.entries({ label, note, state, init, repeat }).filter(([, value]) => value !== undefined)
    const node = { id, ...Object.fromEntries(fields), ...(random() < 0.1 && { zoo: [{ x: 1 }] }) }
    const names = Object.keys(diagram.modules ?? {})
    if (names.length > 0 && random() < 0.2)
      return { ...node, module: pick(random, names)!, ...(random() < 0.5 && { params: { heads: 'heads * 2' } }) }
    if (depth < 3 && random() < 0.2) {
      const group = { ...ports(), nodes: [], edges: [] }
      return { ...node, group: { ...group, ...randomBody(group, placeIn(graph, id), depth + 1) } }
    }
    if (random() < 0.08) return { ...node, block: 'hologram', params: { depth: 'deep (', list: ['width', 2] } }
    const block = pick(random, blocks)!
    if (block.type === 'concat')
      return { ...node, block: 'concat', params: { inputs: pick(random, [2, 3, 'inputs'])! } }
    return { ...node, block: block.type }
  }

  /** Forward only, so that there are no loops. */
  function randomEdges(body: GraphBody, graph: string): DiagramEdge[] {
    const edges: DiagramEdge[] = []
    const sources: [string, DiagramPort | 'any'][] =
      graph === '' ? [] : wallPorts(body).inputs.map((port) => [`in.${port.id}`, port])
    const feed = (to: string, port: DiagramPort | 'any', chance: number) => {
      const fitting = sources.filter(([, source]) => kindsMeet(source, port))
      const [from] = pick(random, fitting) ?? []
      if (from !== undefined && random() < chance)
        edges.push({ from, to, ...(random() < 0.1 && { shape: true, label: 'x' }) })
    }
    for (const node of body.nodes) {
      const known = portsOf(diagram, graph, node)
      if (!known) feed(`${node.id}.q`, 'any', 0.8)
      for (const port of known?.inputs ?? []) feed(`${node.id}.${port.id}`, port, port.side ? 0.3 : 0.9)
      if (!known) sources.push([`${node.id}.q`, 'any'])
      for (const port of known?.outputs ?? []) sources.push([`${node.id}.${port.id}`, port])
    }
    if (graph !== '') for (const port of wallPorts(body).outputs) feed(`out.${port.id}`, port, 0.9)
    return edges
  }
}

/** Every path of the unfolded model, at most so many. */
export function somePaths(diagram: Diagram, most = 300): string[] {
  const paths: string[] = []
  for (const { graph, node } of writtenNodes(diagram))
    for (const parent of graphPathsOf(diagram, graph)) {
      if (paths.length >= most) return paths
      paths.push(pathIn(parent, node.id))
    }
  return paths
}

function randomReferences(diagram: Diagram, random: Random): Diagram {
  const paths = somePaths(diagram)
  const places = [...writtenNodes(diagram)].map(({ graph, node }) => placeIn(graph, node.id))
  const states = () =>
    Object.fromEntries(
      some(random, paths, 0.15).map((path) => [path, pick(random, ['frozen', 'trainable', 'absent'] as const)!]),
    )
  const phases: Phase[] = ['pretrain', 'tune'].map((id) => ({ id, label: id, states: states() }))
  const containers = [...writtenNodes(diagram)].flatMap(({ graph, node }) =>
    insideNode(graph, node) === undefined ? [] : [node],
  )
  return {
    ...diagram,
    ...(random() < 0.7 && {
      phases: random() < 0.3 ? [{ ...phases[0]!, variants: ['L'], set: { heads: 8 } }] : phases,
    }),
    ...(paths.length > 0 && {
      published: [
        {
          quantity: 'params' as const,
          value: 1e6,
          tolerance: 0.01,
          node: some(random, paths, 0.05),
          variant: 'L',
          source: 'P',
        },
      ],
      results: [{ task: 'VQA', value: 0.5, source: 'P', variant: 'S' }],
      steps: [
        { title: 'First', focus: some(random, paths, 0.1), variant: 'S' },
        { hidden: some(random, paths, 0.1), lens: { kind: 'gate', node: paths[0]! }, beside: { variant: 'L' } },
      ],
    }),
    view: {
      direction: 'right' as const,
      variant: 'L',
      unfolded: some(
        random,
        paths.filter((path) => containers.some((node) => path.endsWith(node.id))),
        0.3,
      ),
      pins: Object.fromEntries(
        some(random, places, 0.2).map((place) => [
          place,
          { x: Math.round(random() * 500), y: Math.round(random() * 500) },
        ]),
      ),
    },
  }
}
