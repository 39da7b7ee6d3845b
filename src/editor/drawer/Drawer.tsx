// What stands below the canvas while one goes on working: problems, all nodes, phases, what an edit changed.
import { X } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useEditor, useEditorState } from '../react'
import { drawers, type Drawer as DrawerName } from '../state'
import { useSay } from '../strings/language'
import { Changes } from './Changes'
import { NodeTable } from './NodeTable'
import { PhaseTable } from './PhaseTable'
import { ProblemList } from './ProblemList'
import { StepsPanel } from '../talk/StepsPanel'

const insides = { problems: ProblemList, nodes: NodeTable, phases: PhaseTable, changes: Changes, steps: StepsPanel }

export function Drawer() {
  const editor = useEditor()
  const say = useSay()
  const open = useEditorState(({ session }) => session.drawer)
  if (!open) return null
  const Inside = insides[open]
  const close = () => editor.setSession({ drawer: undefined })
  return (
    <section
      className="drawer"
      aria-label={say(`drawer.${open}`)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation()
          close()
        }
      }}
    >
      <Tabs.Root
        className="drawer-tabs"
        value={open}
        onValueChange={(value) => editor.setSession({ drawer: value as DrawerName })}
      >
        <div className="drawer-head">
          <Tabs.List className="tabs" aria-label={say('menu.figures')}>
            {drawers.map((name) => (
              <Tabs.Trigger key={name} value={name} className="tab">
                {say(`drawer.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <button type="button" className="tool" aria-label={say('dialog.close')} onClick={close}>
            <X size={16} aria-hidden="true" />
          </button>
        </div>
        <Tabs.Content value={open} className="drawer-body" tabIndex={-1}>
          <Inside />
        </Tabs.Content>
      </Tabs.Root>
    </section>
  )
}
