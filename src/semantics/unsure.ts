// Which numbers rest on what the literature does not say for sure: symbols marked so, and what follows from them.
import { isDoubtful } from '../document/basis'
import { own } from '../document/own'
import type { Basis } from '../document/schema'
import { parseDim, symbolsOf } from '../shared/dimension'
import type { Analysis } from './analyse'
import { nodeAtPath, type Tree, type TreeNode } from './tree'

type Names = ReadonlySet<string>

/** How the value of a symbol is known in this setting: whoever sets it has the say, and who does so by hand is sure. */
export function basisOf({ diagram, variant, phase, set }: Meant, name: string): Basis | undefined {
  if (own(set, name) !== undefined) return undefined
  const symbol = own(diagram.symbols, name)
  const setter = [phase, variant].find((each) => own(each?.set, name) !== undefined)
  if (setter?.basis !== undefined) return setter.basis
  if (typeof symbol !== 'object') return undefined
  return symbol.basis ?? (symbol.unsure ? 'unknown' : undefined)
}

export function isUnsure(meant: Meant, name: string): boolean {
  return isDoubtful(basisOf(meant, name))
}

type Meant = Pick<Analysis, 'diagram' | 'variant' | 'phase' | 'set'>

export type Unsure = ReadonlyMap<string, readonly string[]>

/**
 * By path, for every node that has any: the names of unsure symbols on which its sizes rest, of a container also those of
 * what is inside. `named` is the same diagram in the symbolic reading. Under the empty path: of the whole.
 */
export function unsureIn(analysis: Analysis, named: Analysis): Unsure {
  const { diagram } = analysis
  const found = new Map<string, readonly string[]>()
  const order = Object.keys(diagram.symbols ?? {})
  const behind = (names: Iterable<string>) => closure(analysis, names)

  function level(tree: Tree, meant: ReadonlyMap<string, Names>): Names {
    const all = new Set<string>()
    for (const item of tree.nodes.values()) {
      if (item.inference.absent) continue
      const said = [...namesSaid(item)].flatMap((name) => [...(meant.get(name) ?? behind([name]))])
      const names = new Set([...said, ...behind(namesIn(nodeAtPath(named.tree, item.path)))])
      if (item.inside) for (const name of level(item.inside, paramsOf(item, meant))) names.add(name)
      if (names.size)
        found.set(
          item.path,
          order.filter((name) => names.has(name)),
        )
      for (const name of names) all.add(name)
    }
    return all
  }

  /** What the parameters of a module mean in one instance; a group sees those around it. */
  function paramsOf({ node }: TreeNode, meant: ReadonlyMap<string, Names>): ReadonlyMap<string, Names> {
    if (node.module === undefined) return meant
    const params = Object.entries(own(diagram.modules, node.module)?.params ?? {})
    return new Map(
      params.map(([name, param]): [string, Names] => {
        const given = node.params?.[name]
        if (given === undefined) return [name, behind(namesOf(typeof param === 'object' ? param.initial : param))]
        return [name, new Set([...namesOf(given)].flatMap((each) => [...(meant.get(each) ?? behind([each]))]))]
      }),
    )
  }

  const whole = level(analysis.tree, new Map())
  if (whole.size)
    found.set(
      '',
      order.filter((name) => whole.has(name)),
    )
  return found
}

/** The unsure symbols among these and among those that they follow from in this setting; one set by hand is sure. */
function closure(analysis: Analysis, names: Iterable<string>): Names {
  const { diagram, variant, phase, set } = analysis
  const [seen, unsure] = [new Set<string>(), new Set<string>()]
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const symbol = own(diagram.symbols, name)
    if (symbol === undefined || seen.has(name)) continue
    seen.add(name)
    const given = own(set, name)
    if (isUnsure(analysis, name)) unsure.add(name)
    const value = typeof symbol === 'object' ? symbol.value : symbol
    open.push(...namesOf(given ?? own(phase?.set, name) ?? own(variant?.set, name) ?? value))
  }
  return unsure
}

/** Names in what a node says of itself. What only chooses between words is no size. */
function namesSaid({ node, inference: { block } }: TreeNode): Names {
  const { repeat, params = {} } = node
  const fields = block ? Object.entries(block.fields) : undefined
  const sizes = fields
    ? fields
        .filter(([, { type }]) => type === 'dimension' || type === 'shape')
        .map(([name, field]) => params[name] ?? field.initial)
    : Object.values(params)
  const counts = typeof repeat === 'object' ? [repeat.count, repeat.active] : [repeat]
  return new Set([...sizes, ...counts].flatMap((size) => [...namesOf(size)]))
}

/** Names in the tensors and weights of a node, by the names that hyperparameters have. */
function namesIn(item: TreeNode | undefined): Names {
  if (!item) return new Set()
  const { inputs, outputs, weights, repetition } = item.inference
  const tensors = [...Object.values(inputs), ...Object.values(outputs), ...weights]
  const sizes = tensors.flatMap((tensor) => tensor?.shape ?? [])
  return new Set([...sizes, ...(repetition ? [repetition.count] : [])].flatMap((size) => [...symbolsOf(size)]))
}

function namesOf(value: unknown): Iterable<string> {
  if (Array.isArray(value)) return value.flatMap((each) => [...namesOf(each)])
  if (typeof value !== 'string') return []
  const parsed = parseDim(value)
  return parsed.ok ? symbolsOf(parsed.dim) : []
}
