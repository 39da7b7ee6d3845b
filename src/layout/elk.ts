// The only file that names ELK: one level in, boxes and routes out. ELK changes what it is given, so each call builds
// a fresh graph. Does not decide what is laid out, or what becomes of the answer.
import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api'
import type { Box, Point } from '../shared/geometry'
import type { Flow, FlowEdge, FlowEnd, FlowPort, Padding, Placed, PlacedRoute, Side, Spacing } from './flow'

/** ELK itself, wherever it runs. */
export type Engine = (graph: ElkNode) => Promise<ElkNode>

export interface ElkChoice {
  /** `early` puts every node as near to the start as it can be: sources stand in one column. */
  readonly layering: 'short' | 'early'
  /** Keeps the order of the document across the flow. */
  readonly modelOrder: boolean
}

export interface LevelRequest {
  readonly flow: Flow
  readonly padding: Padding
  readonly spacing: Spacing
  readonly choice: ElkChoice
  /** Room to keep free above or below a node, centred, by its id. */
  readonly margins: ReadonlyMap<
    string,
    { readonly side: 'low' | 'high'; readonly width: number; readonly height: number }[]
  >
  /** 0 to 10: how much this edge wants to be straight. */
  readonly straightness: ReadonlyMap<string, number>
}

const compass: Record<Side, string> = { start: 'WEST', end: 'EAST', low: 'NORTH', high: 'SOUTH' }

function optionsOf({ padding, spacing, choice }: LevelRequest): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.portConstraints': 'FIXED_SIDE',
    'elk.padding': `[left=${padding.start},right=${padding.end},top=${padding.low},bottom=${padding.high}]`,
    'elk.spacing.nodeNode': String(spacing.across),
    'elk.spacing.edgeNode': String(spacing.edgeNode),
    'elk.spacing.edgeEdge': String(spacing.edgeEdge),
    'elk.spacing.edgeLabel': '4',
    'elk.spacing.labelNode': '0',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.along),
    'elk.layered.spacing.edgeNodeBetweenLayers': String(spacing.edgeNode),
    'elk.layered.spacing.edgeEdgeBetweenLayers': String(spacing.edgeEdge),
    'elk.layered.layering.strategy': choice.layering === 'early' ? 'LONGEST_PATH_SOURCE' : 'NETWORK_SIMPLEX',
    // Keeps straight what carries the main flow; Brandes-Köpf knows no priorities.
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    'elk.layered.crossingMinimization.semiInteractive': 'false',
    // Safe here, because no level has an inside (with INCLUDE_CHILDREN it throws).
    'elk.layered.considerModelOrder.strategy': choice.modelOrder ? 'NODES_AND_EDGES' : 'NONE',
    'elk.layered.considerModelOrder.crossingCounterNodeInfluence': '0.01',
    'elk.layered.thoroughness': '7',
    'elk.randomSeed': '1',
  }
}

const pointPort = (id: string, port: FlowPort): ElkPort => ({
  id,
  width: 0,
  height: 0,
  layoutOptions: { 'elk.port.side': compass[port.side] },
})

/** Lays out one level. Its ids are replaced by numbers, since ELK wants one name space for everything. */
export async function layered(engine: Engine, request: LevelRequest): Promise<Placed> {
  const { flow } = request
  const names = new Map<string, string>()
  const nameOf = (end: FlowEnd) => `${end.node ?? ''}\n${end.port}`
  flow.walls.forEach((port, index) => names.set(nameOf({ port: port.id }), `w${index}`))
  flow.nodes.forEach((node, index) =>
    node.ports.forEach((port, at) => names.set(nameOf({ node: node.id, port: port.id }), `n${index}.${at}`)),
  )
  const shapeOf = (end: FlowEnd) => {
    const name = names.get(nameOf(end))
    if (name === undefined) throw new Error(`an edge ends at the unknown port ${end.node ?? 'wall'}.${end.port}`)
    return name
  }

  const level: ElkNode = {
    id: 'level',
    layoutOptions: optionsOf(request),
    ports: flow.walls.map((port, index) => pointPort(`w${index}`, port)),
    children: flow.nodes.map((node, index) => ({
      id: `n${index}`,
      width: node.width,
      height: node.height,
      layoutOptions: { 'elk.portConstraints': node.fixed ? 'FIXED_POS' : 'FIXED_SIDE', 'elk.alignment': 'CENTER' },
      labels: (request.margins.get(node.id) ?? []).map(({ side, width, height }) => ({
        text: 'room',
        width,
        height,
        layoutOptions: { 'elk.nodeLabels.placement': `OUTSIDE H_CENTER ${side === 'low' ? 'V_TOP' : 'V_BOTTOM'}` },
      })),
      ports: node.ports.map((port, at) => ({
        ...pointPort(`n${index}.${at}`, port),
        ...(port.at === undefined ? {} : positionOf(port.side, port.at, node.width, node.height)),
      })),
    })),
    edges: flow.edges.map((edge, index) => edgeOf(edge, index, shapeOf, request.straightness.get(edge.id) ?? 1)),
  }
  flow.edges.forEach((edge, index) => {
    if (edge.from.node === undefined && edge.to.node === undefined) throughBead(level, index)
  })
  const known = answersOf(engine)
  const key = JSON.stringify(level)
  const before = known.get(key)
  if (before) return read(before, flow)
  // ELK accepts ports on a graph only where that graph is a node of another one.
  const outside = { id: 'outside', layoutOptions: { 'elk.algorithm': 'fixed' }, children: [level], edges: [] }
  const answer = (await engine(outside)).children![0]!
  known.set(key, answer)
  if (known.size > remembered) known.delete(known.keys().next().value!)
  return read(answer, flow)
}

const remembered = 500
const answers = new WeakMap<Engine, Map<string, ElkNode>>()

/** ELK gives equal answers to equal questions, and candidates often ask the same. */
function answersOf(engine: Engine): Map<string, ElkNode> {
  const known = answers.get(engine) ?? new Map<string, ElkNode>()
  answers.set(engine, known)
  return known
}

function edgeOf(
  edge: FlowEdge,
  index: number,
  shapeOf: (end: FlowEnd) => string,
  straightness: number,
): ElkExtendedEdge {
  return {
    id: `e${index}`,
    sources: [shapeOf(edge.from)],
    targets: [shapeOf(edge.to)],
    layoutOptions: { 'elk.layered.priority.straightness': String(straightness) },
    labels: edge.label && [
      {
        text: 'label',
        width: edge.label.width,
        height: edge.label.height,
        layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
      },
    ],
  }
}

const bead = 2

/** From wall to wall ELK would go around outside (or, told not to, throw): it is given something to pass through. */
function throughBead(level: ElkNode, index: number): void {
  const edge = level.edges![index]!
  const [start, end] = [`b${index}.0`, `b${index}.1`]
  const portAt = (id: string, x: number, side: Side): ElkPort => ({ ...pointPort(id, { id, side }), x, y: bead / 2 })
  level.children!.push({
    id: `b${index}`,
    width: bead,
    height: bead,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [portAt(start, 0, 'start'), portAt(end, bead, 'end')],
  })
  level.edges!.push({ ...edge, id: `b${index}.e`, sources: [end], labels: [] })
  edge.targets = [start]
}

export function positionOf(side: Side, at: number, width: number, height: number): Point {
  if (side === 'start') return { x: 0, y: at }
  if (side === 'end') return { x: width, y: at }
  return { x: at, y: side === 'low' ? 0 : height }
}

function read(level: ElkNode, flow: Flow): Placed {
  const nodes = new Map<string, Box>()
  const routes = new Map<string, PlacedRoute>()
  const walls = new Map<string, Point>()
  flow.nodes.forEach((node, index) => {
    const { x = 0, y = 0 } = level.children![index]!
    nodes.set(node.id, { x, y, width: node.width, height: node.height })
  })
  flow.walls.forEach((port, index) => {
    const { x = 0, y = 0 } = level.ports![index]!
    walls.set(port.id, { x, y })
  })
  flow.edges.forEach((edge, index) => {
    const elkEdge = level.edges![index]!
    const rest = level.edges!.find(({ id }) => id === `b${index}.e`)
    const points = [elkEdge, ...(rest ? [rest] : [])].flatMap(({ sections }) => {
      const section = sections?.[0]
      if (!section) throw new Error('ELK gave an edge no route')
      return snapped([section.startPoint, ...(section.bendPoints ?? []), section.endPoint])
    })
    const label = elkEdge.labels?.[0]
    routes.set(edge.id, {
      points,
      ...(label && edge.label ? { label: { x: label.x ?? 0, y: label.y ?? 0, ...edge.label } } : {}),
    })
  })
  return { width: level.width ?? 0, height: level.height ?? 0, nodes, routes, walls }
}

/** Without the last digits, so that level pieces are level to the bit. */
function snapped(points: readonly Point[]): Point[] {
  return points.map(({ x, y }) => ({ x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 }))
}
