// Ready modules: parts that whole models are made of, cut out of the built-in diagrams, so that they are what is drawn there.
// Those that no diagram has are in `parts.json`. Data and pure functions; loading is `load.ts`.
import { cutOut } from '../../document/edit/cutOut'
import { moveIntoGroup } from '../../document/edit/groups'
import { removeNodes } from '../../document/edit/nodes'
import { clearParam, setParam } from '../../document/edit/params'
import { renamePort } from '../../document/edit/ports'
import type { Fragment } from '../../document/fragment'
import { own, without } from '../../document/own'
import { insideOf, placeIn, updateNode } from '../../document/place'
import type { Diagram, DiagramNode, Words } from '../../document/schema'
import { pathIn } from '../../shared/path'

/** In the order of the palette. */
export const readyIds = [
  'vit',
  'clipViT',
  'textEncoder',
  'languageModel',
  'vicuna',
  'encoderLayer',
  'decoderLayer',
  'causalLayer',
  'moeLayer',
  'projector',
  'resampler',
  'qFormer',
  'gatedCrossAttention',
  'contrastiveHead',
  'captioningHead',
] as const
export type ReadyId = (typeof readyIds)[number]

/** The file with what no diagram has. */
export const parts = 'parts'

interface Ready {
  /** The built-in diagram. */
  readonly from: string
  readonly variant?: string
  /** The path of the graph, and the nodes in it. */
  readonly path?: string
  readonly ids: readonly string[]
  /** One of them where they are repeated, as it is when nobody binds its parameters. */
  readonly isOne?: boolean
  /** Made one group of this id and name. */
  readonly group?: { readonly id: string; readonly label: Words }
  /** What has to be changed so that it stands by itself. */
  readonly prepare?: (diagram: Diagram) => Diagram
  /** Its weights are known by what they begin as. */
  readonly keepsInit?: boolean
}

export const ready: Readonly<Record<ReadyId, Ready>> = {
  vit: { from: 'vit', variant: 'B/16', ids: ['image_encoder'] },
  clipViT: { from: 'open-flamingo', ids: ['vision'], keepsInit: true },
  textEncoder: { from: 'clip', variant: 'ViT-B/32', ids: ['text_encoder'] },
  languageModel: { from: parts, ids: ['text', 'embed', 'layers', 'norm', 'lm_head', 'loss'] },
  vicuna: { from: parts, ids: ['text', 'vicuna', 'lm_loss'], keepsInit: true },
  encoderLayer: { from: 'clip', path: 'image_encoder', ids: ['blocks'], isOne: true },
  decoderLayer: { from: 'coca', ids: ['multimodal'], isOne: true },
  causalLayer: { from: parts, ids: ['layers'], isOne: true },
  moeLayer: {
    from: 'limoe',
    variant: 'B/16',
    path: 'tower',
    ids: ['last'],
    isOne: true,
    // There two sequences lie side by side; here there is one.
    prepare: (diagram) =>
      clearParam(setParam(diagram, 'moeBlock:attention', 'mask', 'full'), 'moeBlock:attention', 'segments'),
  },
  projector: { from: parts, ids: ['projector'] },
  resampler: {
    from: 'open-flamingo',
    ids: ['resampler'],
    // There it takes several images of several frames; here the tokens of one.
    prepare: (diagram) =>
      setParam(
        removeNodes(diagram, 'resampler', ['flatten_frames', 'flatten_images'], { heal: true }),
        'resampler/latents',
        'batch',
        ['B'],
      ),
  },
  qFormer: { from: parts, ids: ['q_former'] },
  gatedCrossAttention: { from: 'flamingo', variant: '3B', path: 'groups', ids: ['xattn'], isOne: true },
  contrastiveHead: {
    from: 'clip',
    variant: 'ViT-B/32',
    ids: ['image_projection', 'image_norm', 'text_projection', 'text_norm', 'logit_scale', 'similarity', 'loss'],
    group: {
      id: 'contrastive_head',
      label: { en: 'Contrastive head', ja: '対照学習ヘッド', 'zh-Hans': '对比学习头', 'zh-Hant': '對比學習頭' },
    },
    prepare: (diagram) =>
      renamePort(
        renamePort(diagram, 'contrastive_head', 'inputs', 'x_2', 'text'),
        'contrastive_head',
        'inputs',
        'x',
        'image',
      ),
  },
  captioningHead: {
    from: 'coca',
    ids: ['lm_head', 'captioning_loss'],
    group: {
      id: 'captioning_head',
      label: { en: 'Captioning head', ja: 'キャプション生成ヘッド', 'zh-Hans': '描述生成头', 'zh-Hant': '描述生成頭' },
    },
  },
}

/** No graph is called so. */
const nowhere = 'ready:'

/** Cuts a ready module out of its diagram. */
export function readyFragment(id: ReadyId, diagram: Diagram): Fragment {
  const { path = '', ids, variant, group, prepare, isOne, keepsInit } = ready[id]
  const graph = insideOf(diagram, path)!
  const grouped = group ? moveIntoGroup(diagram, graph, ids, group.id, group.label) : diagram
  const prepared = prepare?.(grouped) ?? grouped
  const one = isOne ? once(prepared, placeIn(graph, ids[0]!)) : prepared
  const fragment = cutOut(one, path, group ? [group.id] : ids, {
    variant: variant ?? diagram.view?.variant ?? diagram.variants?.[0]?.id,
  })
  if (!fragment) throw new Error(`The diagram of the ready module ${id} has nothing at ${pathIn(path, ids.join())}`)
  const { fragment: notes, ...document } = settled(fragment)
  return {
    ...document,
    nodes: document.nodes.map((node) => unstated(node, keepsInit ?? false)),
    // It comes from nowhere: nothing that stood around it there is around it here.
    fragment: { ...notes, graph: nowhere, params: {}, inputs: [], outputs: [], states: {} },
  }
}

/** One instance, whose parameters are what they are when nobody says. */
function once(diagram: Diagram, place: string): Diagram {
  return updateNode(diagram, place, (node) => without(node, 'repeat', 'params', 'label', 'note'))
}

/** With the values of the one variant, and without phases. */
function settled(fragment: Fragment): Fragment {
  const variant = fragment.variants?.find(({ id }) => id === fragment.view?.variant)
  const symbols = Object.entries(fragment.symbols ?? {}).map(([name, symbol]) => {
    const value = own(variant?.set, name)
    // What a paper leaves open is no doubt about a model that somebody makes.
    const plain = typeof symbol === 'object' ? without(symbol, 'unsure', 'basis') : symbol
    if (value === undefined) return [name, plain] as const
    return [name, typeof plain === 'object' ? { ...plain, value } : value] as const
  })
  const rest = without(fragment, 'variants', 'phases', 'view')
  return symbols.length > 0 ? { ...rest, symbols: Object.fromEntries(symbols) } : rest
}

/** Nobody has trained it yet. */
function unstated(node: DiagramNode, keepsInit: boolean): DiagramNode {
  const { group } = node
  return {
    ...without(node, 'state', 'basis', ...(keepsInit ? [] : ['init'])),
    ...(group && { group: { ...group, nodes: group.nodes.map((each) => unstated(each, keepsInit)) } }),
  }
}
