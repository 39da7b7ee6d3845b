// Patterns to begin a document from: what the systems of a family have in common, made of a built-in diagram by leaving out what
// only its paper says. The one that no diagram has is `projector.json`. Pure but for loading.
import { familyOf } from '../../document/families'
import { own, without } from '../../document/own'
import type { Diagram, Words } from '../../document/schema'
import { variantOf } from '../../semantics/setting'
import { loadBuiltIn } from '../diagrams'

interface Pattern {
  readonly title: Words
  /** Absent: it has a file of its own. */
  readonly of?: { readonly diagram: string; readonly variant: string }
}

/** In the order in which they are offered. */
export const patternIds = ['twoTowers', 'moeTower', 'gatedCrossAttention', 'encoderDecoder', 'projector'] as const
export type PatternId = (typeof patternIds)[number]

export const patterns: Readonly<Record<PatternId, Pattern>> = {
  twoTowers: {
    of: { diagram: 'clip', variant: 'ViT-B/32' },
    title: { en: 'Two towers', ja: '二つの塔', 'zh-Hans': '双塔', 'zh-Hant': '雙塔' },
  },
  moeTower: {
    of: { diagram: 'limoe', variant: 'B/16' },
    title: {
      en: 'One tower with experts',
      ja: 'エキスパートを持つ一つの塔',
      'zh-Hans': '带专家的单塔',
      'zh-Hant': '帶專家的單塔',
    },
  },
  gatedCrossAttention: {
    of: { diagram: 'flamingo', variant: '3B' },
    title: {
      en: 'Resampler and gated cross-attention',
      ja: 'リサンプラとゲート付きクロスアテンション',
      'zh-Hans': '重采样器与门控交叉注意力',
      'zh-Hant': '重取樣器與閘控交叉注意力',
    },
  },
  encoderDecoder: {
    of: { diagram: 'pali', variant: '3B' },
    title: {
      en: 'Vision encoder and encoder–decoder',
      ja: '視覚エンコーダとエンコーダ・デコーダ',
      'zh-Hans': '视觉编码器与编码器–解码器',
      'zh-Hant': '視覺編碼器與編碼器–解碼器',
    },
  },
  projector: {
    title: {
      en: 'Projector to a language model',
      ja: '言語モデルへのプロジェクタ',
      'zh-Hans': '投影器接语言模型',
      'zh-Hant': '投影器接語言模型',
    },
  },
}

export async function loadPattern(id: PatternId): Promise<Diagram> {
  const { of, title } = patterns[id]
  if (of) return asPattern(await loadBuiltIn(of.diagram), of.variant, title)
  // It is tested to be whole.
  return JSON.parse((await import('./projector.json?raw')).default) as Diagram
}

/** In one variant, without what only the paper says. */
export function asPattern(diagram: Diagram, id: string, title: Words): Diagram {
  const variant = variantOf(diagram, { variant: id })
  const family = familyOf(diagram.about.family)
  const symbols = Object.entries(diagram.symbols ?? {}).map(([name, symbol]) => {
    const value = own(variant?.set, name)
    const plain = typeof symbol === 'object' ? without(symbol, 'note', 'source', 'unsure', 'basis') : symbol
    if (value === undefined) return [name, plain] as const
    return [name, typeof plain === 'object' ? { ...plain, value } : value] as const
  })
  const phases = diagram.phases
    ?.filter(({ variants }) => !variants || variants.includes(id))
    .map(({ id: name, label, objective, states, set }) => ({
      id: name,
      label,
      ...(objective !== undefined && { objective }),
      ...(states && { states }),
      ...(set && { set }),
    }))
  const { version, modules, nodes, edges } = diagram
  return withoutSayings({
    version,
    about: { title, ...(family && { summary: family.about, family: family.id }) },
    symbols: Object.fromEntries(symbols),
    ...(phases && { phases }),
    ...(modules && { modules }),
    nodes,
    edges,
    ...(diagram.view && { view: without(diagram.view, 'variant', 'pins') }),
  })
}

/** Without notes, and without how it is known: of nodes, modules and edges, however deep. */
function withoutSayings<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutSayings) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => name !== 'note' && name !== 'basis')
  // The same fields but for one that may be missing.
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutSayings(inner)])) as T
}

/** A diagram to go on from: all of it but what is true of the published one only. */
export function forkOf(diagram: Diagram, from: string, title: string): Diagram {
  const { about } = diagram
  return {
    ...without(diagram, 'published', 'results'),
    about: { ...about, title, lineage: [{ from }, ...(about.lineage ?? []).filter((each) => each.from !== from)] },
  }
}
