// What a block begins with names symbols too: those of a batch, of a text, of an image. A document that uses the block has to
// know them.
import { blockOf } from '../blocks'
import { namesInScope, symbolsIn } from './expressions'
import { nodesIn } from './instances'
import { isTaken, own } from './own'
import type { Diagram, DiagramNode, DiagramSymbol, Expression, GraphBody, Param } from './schema'

/** The sizes that a node does not state, with what they are then. */
function unstated(node: DiagramNode): [field: string, initial: Param][] {
  const fields = node.block === undefined ? {} : (blockOf(node.block)?.fields ?? {})
  return Object.entries(fields).flatMap(([name, field]): [string, Param][] => {
    if ((field.type !== 'dimension' && field.type !== 'shape') || own(node.params, name) !== undefined) return []
    return [[name, typeof field.initial === 'object' ? [...field.initial] : field.initial]]
  })
}

function expressionsIn(param: Param): Expression[] {
  const list: unknown[] = Array.isArray(param) ? param : [param]
  return list.filter((each) => typeof each === 'string' || typeof each === 'number')
}

/** The symbols that a node names without saying so, and where: what its block begins with. */
export function unstatedSymbols(node: DiagramNode): [name: string, field: string][] {
  return unstated(node).flatMap(([field, initial]) =>
    expressionsIn(initial).flatMap((each) => [...symbolsIn(each)].map((name): [string, string] => [name, field])),
  )
}

/** The symbols that the nodes of a graph name without saying so, groups gone into. */
export function unstatedNames(body: GraphBody): Set<string> {
  const names = new Set<string>()
  for (const { node } of nodesIn('', body)) for (const [name] of unstatedSymbols(node)) names.add(name)
  return names
}

/** Says what is not said where it names symbols that are called otherwise from now on, groups gone into. */
export function stated(
  node: DiagramNode,
  names: ReadonlyMap<string, string>,
  rewrite: (expression: Expression) => Expression,
): DiagramNode {
  const group = node.group && { ...node.group, nodes: node.group.nodes.map((each) => stated(each, names, rewrite)) }
  const more = unstated(node).flatMap(([field, initial]) => {
    const isRenamed = expressionsIn(initial).some((each) =>
      [...symbolsIn(each)].some((name) => (names.get(name) ?? name) !== name),
    )
    if (!isRenamed) return []
    const now = Array.isArray(initial) ? expressionsIn(initial).map(rewrite) : rewrite(initial as Expression) // Sizes only.
    return [[field, now] as const]
  })
  const isGroupSame = node.group?.nodes.every((each, index) => each === group!.nodes[index]) ?? true
  if (more.length === 0 && isGroupSame) return node
  return {
    ...node,
    ...(group && { group }),
    ...(more.length > 0 && { params: { ...node.params, ...Object.fromEntries(more) } }),
  }
}

/** What these symbols are in a document that begins to use them. */
const beginnings = {
  B: { example: 1, label: { en: 'batch', ja: 'バッチ', 'zh-Hans': '批大小', 'zh-Hant': '批次大小' } },
  T: {
    example: 256,
    label: { en: 'text tokens', ja: 'テキストのトークン数', 'zh-Hans': '文本词元数', 'zh-Hant': '文字詞元數' },
  },
  image_size: {
    value: 224,
    label: { en: 'image side', ja: '画像の一辺', 'zh-Hans': '图像边长', 'zh-Hant': '影像邊長' },
  },
  frames: { value: 8, label: { en: 'frames', ja: 'フレーム数', 'zh-Hans': '帧数', 'zh-Hant': '影格數' } },
} as const satisfies Readonly<Record<string, DiagramSymbol>>

/** What counts for a symbol that a block begins with, where the document does not have it. */
export const beginningValues: ReadonlyMap<string, number> = new Map(
  Object.entries(beginnings).map(([name, symbol]) => [name, 'value' in symbol ? symbol.value : symbol.example]),
)

/** The document with the symbols that a new node of the graph needs and that it does not know yet. */
export function withBeginnings(diagram: Diagram, graph: string, node: DiagramNode): Diagram {
  const known = new Set(namesInScope(diagram, graph))
  const missing = [...unstatedNames({ nodes: [node], edges: [] })].filter(
    (name) => !known.has(name) && !isTaken(name) && Object.hasOwn(beginnings, name),
  )
  if (missing.length === 0) return diagram
  const more = Object.fromEntries(missing.map((name) => [name, beginnings[name as keyof typeof beginnings]]))
  return { ...diagram, symbols: { ...diagram.symbols, ...more } }
}
