// How large a document may be. What is refused here is refused before any work is done on it.
import { insideNode, moduleOf } from './place'
import { nodesIn, writtenNodes } from './instances'
import { counted, listed, brief, plain, type ProblemList } from './problems'
import { orderByNeed } from './order'
import { own } from './own'
import type { Diagram, Pin } from './schema'
import { checks } from './sentences/checks'
import type { Arg } from '../shared/message'
import type { Translated } from '../shared/languages'

export const limits = {
  /** As they are written. */
  nodes: 20_000,
  edges: 60_000,
  /** Free texts, and frames around nodes. */
  texts: 5_000,
  frames: 5_000,
  /** Of any kind: numbers, texts, lists, objects. */
  values: 1_000_000,
  /** With everything unfolded; a repeat is one node. */
  unfolded: 200_000,
  /** Modules within modules. */
  nesting: 50,
  repeat: 1_000_000,
  symbols: 5_000,
  modules: 2_000,
  /** Variants, phases, steps and the like. */
  list: 2_000,
  /** Other diagrams in steps of the lecture. */
  companions: 50,
  /** Symbols that lead on to other symbols. */
  chain: 100,
  /** How far a pin may lie from the corner of its graph, in pixels. */
  pin: 1_000_000,
} as const

/** Whether a pin can be drawn: no picture is that large. */
export function isOnPage({ x, y }: Pin): boolean {
  return Math.abs(x) <= limits.pin && Math.abs(y) <= limits.pin
}

/** Counts on the bare JSON value, before the schema looks at it. */
export function checkCounts(value: unknown, list: ProblemList) {
  const totals = { nodes: 0, edges: 0, texts: 0, frames: 0 }
  const open: unknown[] = [value]
  let values = 0
  while (open.length > 0) {
    const each = open.pop()
    if (typeof each !== 'object' || each === null) continue
    const entries = Object.entries(each)
    values += entries.length
    if (values > limits.values) break
    for (const [name, inner] of entries) {
      if (typeof inner !== 'object' || inner === null) continue
      if (name === 'nodes' || name === 'edges' || name === 'texts' || name === 'frames')
        totals[name] += Array.isArray(inner) ? inner.length : Object.keys(inner).length
      open.push(inner)
    }
  }
  if (values > limits.values) list.error('document', checks.tooManyValues({ limit: counted(limits.values) }))
  for (const name of ['nodes', 'edges', 'texts', 'frames'] as const)
    if (totals[name] > limits[name])
      list.error(
        'document',
        checks.tooManyParts({ count: counted(totals[name]), parts: parts[name], limit: counted(limits[name]) }),
      )
  checkLists(value, '', list)
  const companions = fieldOf(value, 'companions')
  for (const name of Object.keys(isObject(companions) ? companions : {}).slice(0, limits.companions))
    checkLists(fieldOf(companions, name), `companions.${plain(name, 40)}.`, list)
}

function checkLists(value: unknown, where: string, list: ProblemList) {
  const lists = {
    symbols: limits.symbols,
    modules: limits.modules,
    variants: limits.list,
    phases: limits.list,
    steps: limits.list,
    published: limits.list,
    results: limits.list,
    companions: limits.companions,
  }
  for (const name of Object.keys(lists) as (keyof typeof lists)[]) {
    const most = lists[name]
    const inner = fieldOf(value, name)
    const size = isObject(inner) ? Object.keys(inner).length : 0
    if (size > most)
      list.error(
        `${where}${name}`,
        checks.tooManyListed({ count: counted(size), parts: parts[name], limit: counted(most) }),
      )
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) ? own(value as Record<string, unknown>, name) : undefined
}

/** The modules that each module has instances of, once each. */
function modulesWithin(diagram: Diagram): ReadonlyMap<string, ReadonlySet<string>> {
  const within = new Map<string, Set<string>>(Object.keys(diagram.modules ?? {}).map((name) => [name, new Set()]))
  for (const { graph, node } of writtenNodes(diagram)) {
    const outer = moduleOf(graph)
    if (outer !== undefined && node.module !== undefined && within.has(node.module)) within.get(outer)!.add(node.module)
  }
  return within
}

/** Modules so that each comes after those that are in it, or a circle of modules that contain each other. */
export function orderModules(diagram: Diagram): {
  readonly order: readonly string[]
  readonly circle?: readonly string[]
} {
  return orderByNeed(modulesWithin(diagram))
}

/** Modules that contain themselves, and how many nodes there are when everything stands open: counted, not unfolded. */
export function checkExpansion(diagram: Diagram, list: ProblemList) {
  const { order, circle } = orderModules(diagram)
  if (circle) {
    const [name] = circle
    list.error(`modules.${name}`, checks.containsItself({ name: brief(name!), circle: listed(circle, 20) }))
    return
  }
  const sizes = new Map<string, { readonly nodes: number; readonly depth: number }>()
  const measure = (graph: string, body: Diagram | NonNullable<Diagram['modules']>[string]) => {
    let [nodes, depth] = [0, 0]
    for (const { graph: holder, node } of nodesIn(graph, body)) {
      const inner = node.module === undefined ? undefined : sizes.get(insideNode(holder, node)!)
      nodes += 1 + (inner?.nodes ?? 0)
      depth = Math.max(depth, inner ? inner.depth + 1 : 0)
    }
    return { nodes, depth }
  }
  for (const name of order) sizes.set(`${name}:`, measure(`${name}:`, diagram.modules![name]!))
  const whole = measure('', diagram)
  if (whole.nodes > limits.unfolded)
    list.error('document', checks.tooManyUnfolded({ count: large(whole.nodes), limit: counted(limits.unfolded) }))
  const depth = Math.max(whole.depth, ...[...sizes.values()].map((size) => size.depth))
  if (depth > limits.nesting)
    list.error('modules', checks.nestedTooDeep({ depth: counted(depth), limit: limits.nesting }))
}

function large(value: number): Arg {
  return value < 1e12 ? counted(value) : checks.overAMillionMillion()
}

const parts = {
  nodes: { en: 'nodes', ja: 'ノード', 'zh-Hans': '节点', 'zh-Hant': '節點' },
  edges: { en: 'edges', ja: '辺', 'zh-Hans': '边', 'zh-Hant': '邊' },
  texts: { en: 'texts', ja: '文字', 'zh-Hans': '文字', 'zh-Hant': '文字' },
  frames: { en: 'frames', ja: '枠', 'zh-Hans': '框', 'zh-Hant': '框' },
  symbols: { en: 'symbols', ja: '記号', 'zh-Hans': '符号', 'zh-Hant': '符號' },
  modules: { en: 'modules', ja: 'モジュール', 'zh-Hans': '模块', 'zh-Hant': '模組' },
  variants: { en: 'variants', ja: 'バリアント', 'zh-Hans': '规格', 'zh-Hant': '規格' },
  phases: { en: 'phases', ja: '段階', 'zh-Hans': '阶段', 'zh-Hant': '階段' },
  steps: { en: 'steps', ja: 'ステップ', 'zh-Hans': '步骤', 'zh-Hant': '步驟' },
  published: { en: 'published', ja: '公表値', 'zh-Hans': '公布数值', 'zh-Hant': '公布數值' },
  companions: { en: 'companions', ja: '並べる図', 'zh-Hans': '并列图', 'zh-Hant': '並列圖' },
  results: { en: 'results', ja: '結果', 'zh-Hans': '结果', 'zh-Hant': '結果' },
} as const satisfies Readonly<Record<string, Translated>>
