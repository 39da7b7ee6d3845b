// Says that what is selected is written once and stands in many places: an edit changes them all.
import { Layers } from 'lucide-react'
import { useMemo } from 'react'
import { instanceCount, pathsOf } from '../../document/instances'
import { moduleOf, placeOf, walk } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { say as words } from '../../document/words'
import { nodeAtPath } from '../../semantics/tree'
import type { Analysis } from '../../semantics/analyse'
import { useEditorState, useShown } from '../react'
import { diagramOf, documentLanguageOf, selectedNodes } from '../state'
import { useSay } from '../strings/language'
import { parentOf } from '../../shared/path'

export interface Sharing {
  /** What is edited: a module's name or label, or that of the repeated group. */
  readonly path: string
  readonly module?: string
  /** Instances as they are drawn. */
  readonly places: number
  /** Copies in the whole model, repeats included. */
  readonly copies: bigint
}

/** Undefined where the node of the path stands once. */
function sharingOf(diagram: Diagram, analysis: Analysis, path: string): Sharing | undefined {
  const place = placeOf(diagram, path)
  if (place === undefined || parentOf(path) === '') return undefined
  const module = moduleOf(place)
  const places = instanceCount(diagram, place)
  const copies = pathsOf(diagram, place, 200).reduce(
    (sum, each) => sum + (nodeAtPath(analysis.tree, parentOf(each))?.multiplicity.weights ?? 0n),
    0n,
  )
  if (copies <= 1n && places <= 1) return undefined
  return { path: parentOf(path), ...(module !== undefined && { module }), places, copies }
}

export function SharedBanner() {
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const analysis = useShown()?.picture.analysis
  const path = useEditorState((state) => selectedNodes(state).at(-1))
  const sharing = useMemo(
    () => (analysis && path !== undefined ? sharingOf(diagram, analysis, path) : undefined),
    [diagram, analysis, path],
  )
  if (!sharing) return null
  const { module, places, copies } = sharing
  const holder = walk(diagram, sharing.path)?.at(-1)?.node
  const name =
    (module !== undefined && words(diagram.modules?.[module]?.label, language)) ||
    words(holder?.label, language) ||
    module ||
    holder?.id ||
    ''
  return (
    <div className="shared-banner" role="status" data-testid="shared-banner">
      <Layers size={14} aria-hidden="true" />
      {say(places > 1 ? 'shared.places' : 'shared.copies', { name, copies: String(copies), places })}
    </div>
  )
}
