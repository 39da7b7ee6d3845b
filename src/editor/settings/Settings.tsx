// What belongs to the whole diagram: what it says of itself, its variants, its training phases, its symbols.
import { Tabs } from 'radix-ui'
import { Sheet } from '../dialogs/Sheet'
import { useEditor, useEditorState } from '../react'
import { settingsTabs, type SettingsTab } from '../state'
import { useSay } from '../strings/language'
import { About } from './About'
import { Phases } from './Phases'
import { Symbols } from './Symbols'
import { Variants } from './Variants'

const insides = { about: About, variants: Variants, phases: Phases, symbols: Symbols }

export function Settings() {
  const editor = useEditor()
  const say = useSay()
  const tab = useEditorState(({ session }) => session.settings ?? 'about')
  const Inside = insides[tab]
  return (
    <Sheet name="settings" title={say('settings.title')} className="settings">
      <Tabs.Root value={tab} onValueChange={(value) => editor.setSession({ settings: value as SettingsTab })}>
        <Tabs.List className="tabs" aria-label={say('settings.title')}>
          {settingsTabs.map((name) => (
            <Tabs.Trigger key={name} value={name} className="tab">
              {say(`settings.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={tab} className="settings-body" tabIndex={-1}>
          <Inside />
        </Tabs.Content>
      </Tabs.Root>
    </Sheet>
  )
}
