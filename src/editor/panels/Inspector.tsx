// What is known of the selection and what of it can be changed; of the whole diagram when nothing is selected.
import { useSelection } from '../react'
import { useSay } from '../strings/language'
import { DiagramInspector } from './DiagramInspector'
import { EdgeInspector } from './EdgeInspector'
import { NodeInspector } from './NodeInspector'
import { AnnotationInspector } from './AnnotationInspector'
import { isAnnotation } from '../annotations/annotation'
import { PanelClose } from './PanelClose'
import { StateChoice } from './StateChoice'
import { isNode } from '../selected'

export function Inspector() {
  const say = useSay()
  const selection = useSelection()
  const nodes = selection.filter(isNode)
  const [only] = selection
  return (
    <aside className="panel inspector" aria-label={say('panel.inspector')}>
      <PanelClose panel="inspector" />
      <div className="panel-scroll">
        {nodes.length > 1 ? (
          <section>
            <h2>{say('inspector.many', { count: nodes.length })}</h2>
            <StateChoice paths={nodes} />
          </section>
        ) : nodes.length === 1 ? (
          <NodeInspector key={nodes[0]} path={nodes[0]!} />
        ) : only !== undefined && isAnnotation(only) ? (
          <AnnotationInspector key={only} id={only} />
        ) : only !== undefined ? (
          <EdgeInspector key={only} id={only} />
        ) : (
          <DiagramInspector />
        )}
      </div>
    </aside>
  )
}
