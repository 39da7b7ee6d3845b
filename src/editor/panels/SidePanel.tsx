// The panel at the left: what can be added, or what is there.
import { Tabs } from 'radix-ui'
import { Outline } from '../finding/Outline'
import { HistoryPanel } from '../past/HistoryPanel'
import { sides, type Side } from '../preferences'
import { useEditor, useEditorState } from '../react'
import { useSay } from '../strings/language'
import { Palette } from './Palette'
import { PanelClose } from './PanelClose'

const insides = { blocks: Palette, outline: Outline, history: HistoryPanel }
const names = { blocks: 'panel.palette', outline: 'panel.outline', history: 'panel.history' } as const

export function SidePanel() {
  const editor = useEditor()
  const say = useSay()
  const side = useEditorState(({ preferences }) => preferences.side)
  const Inside = insides[side]
  return (
    <aside className={`panel side ${side === 'blocks' ? 'palette' : side}`} aria-label={say(names[side])}>
      <Tabs.Root
        className="side-tabs"
        value={side}
        onValueChange={(value) => editor.setPreferences({ side: value as Side })}
      >
        <PanelClose panel="palette" />
        <Tabs.List className="tabs side-head" aria-label={say('panel.side')}>
          {sides.map((name) => (
            <Tabs.Trigger key={name} value={name} className="tab">
              {say(`side.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={side} className="side-body" tabIndex={-1}>
          <Inside />
        </Tabs.Content>
      </Tabs.Root>
    </aside>
  )
}
