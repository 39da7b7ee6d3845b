// What an entry of the palette is: a picture of it, a sentence, where it comes from, what goes in and comes out.
import { useEffect, useState } from 'react'
import { blockOf } from '../../blocks'
import type { Diagram } from '../../document/schema'
import type { Graph } from '../../graph/graph'
import { resolve } from '../../graph/resolve'
import { viewOf } from '../../graph/view'
import { draw as drawGraphs } from '../../scene/draw'
import type { Scene } from '../../scene/scene'
import { analyse } from '../../semantics/analyse'
import { withBeginnings } from '../../document/initials'
import { ScenePreview } from '../dialogs/ScenePreview'
import { useEditor, useEditorState, useLanguage } from '../react'
import { diagramOf, documentLanguageOf, themeOf } from '../state'
import { useSay } from '../strings/language'
import { loadReady } from './load'
import { isReady, portsOfWare, type Ware } from './wares'
import { kindsText, wareWords } from './words'

const width = 264
const height = 150

export function WarePreview({ ware }: { readonly ware: Ware }) {
  const editor = useEditor()
  const say = useSay()
  const language = useLanguage()
  const document = useEditorState(documentLanguageOf)
  const theme = useEditorState(themeOf)
  const diagram = useEditorState(diagramOf)
  const [scene, setScene] = useState<Scene>()
  const { label, about } = wareWords(diagram, ware, language, document, say)
  const block = 'block' in ware ? blockOf(ware.block) : undefined
  const ports = portsOfWare(diagram, '', ware)

  useEffect(() => {
    let isGone = false
    async function draw() {
      const shown = await pictured(diagram, ware)
      const [root] = shown.nodes
      const unfolded = new Set(shown.nodes.length === 1 && root && !root.block ? [root.id] : [])
      const view = viewOf(shown, { language: document, title: false, legend: false, bar: false, unfolded })
      const look = { theme, background: false, problems: false }
      const analysis = analyse(shown, view)
      const graph = withoutNumbers(resolve(analysis, view))
      const layout = await editor.layOutThumbnail(graph, { direction: view.direction })
      if (!isGone) setScene(drawGraphs(graph, layout, analysis, view, look))
    }
    // Words do without a picture.
    draw().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [editor, diagram, ware, document, theme])

  const list = (side: 'inputs' | 'outputs') =>
    (ports?.[side] ?? [])
      .map(({ id, kinds }) => (kinds?.length ? `${id} (${kindsText(kinds, language)})` : id))
      .join(', ')
  const [inputs, outputs] = [list('inputs'), list('outputs')]
  return (
    <div className="ware-preview">
      <ScenePreview scene={scene} width={width} height={block ? 64 : height} />
      <b>{label}</b>
      <p>{about}</p>
      {(inputs || outputs) && (
        <small>
          {inputs && <span>→ {inputs}</span>}
          {outputs && <span>{outputs} →</span>}
        </small>
      )}
      {block?.source && <small className="hint">{block.source}</small>}
    </div>
  )
}

/** Nothing feeds it here, so that its weights cannot be counted. */
function withoutNumbers(graph: Graph): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      badge: '',
      problem: undefined,
      ...(node.inside && { inside: withoutNumbers(node.inside) }),
    })),
  }
}

/** A small document with nothing else in it. */
async function pictured(diagram: Diagram, ware: Ware): Promise<Diagram> {
  if (isReady(ware)) return loadReady(ware.ready)
  const { phases: _, steps: __, published: ___, view: ____, ...rest } = diagram
  const node = { id: 'preview', ...ware }
  return withBeginnings({ ...rest, nodes: [node], edges: [] }, '', node)
}
