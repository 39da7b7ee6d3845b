// The bar above: which diagram, in which variant and phase, and what can be done with it.
import { BookA, ChevronDown, Eye, Languages, Menu, Pencil, Sigma } from 'lucide-react'
import type { ReactNode } from 'react'
import { setTitle } from '../../document/edit/words'
import { languages } from '../../shared/languages'
import { say as words } from '../../document/words'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, writingOf } from '../state'
import { useSay } from '../strings/language'
import { CommandMenu } from './CommandMenuButton'
import { CommandButton, TextField } from './Controls'
import { PhaseChoice, VariantChoice } from './SettingChoice'
import type { MenuEntry } from './CommandMenu'
import { editMenu } from '../canvas/menus'

const fileMenu: readonly MenuEntry[] = [
  'newFrom',
  'newBlank',
  'forkOpen',
  '-',
  'gallery',
  'open',
  '-',
  'save',
  'saveAs',
  'versions',
  '-',
  'copyLink',
  'export',
  '-',
  'commandPalette',
  'shortcuts',
]

const viewMenu: readonly MenuEntry[] = [
  { heading: 'menu.direction' },
  'direction-right',
  'direction-down',
  'direction-up',
  { heading: 'menu.shapes' },
  'shapes-off',
  'shapes-main',
  'shapes-all',
  'toggle-hints',
  { heading: 'menu.shapeText' },
  'shapeText-free',
  'shapeText-symbolic',
  'shapeText-numeric',
  { heading: 'menu.show' },
  'toggle-title',
  'toggle-legend',
  'toggle-bar',
  'toggle-palette',
  'toggle-inspector',
  'toggle-minimap',
  '-',
  'foldAll',
  'foldTo1',
  'foldTo2',
  'unfoldAll',
  'trace',
  'neighbours',
  'tidy',
  { heading: 'menu.theme' },
  'theme-system',
  'theme-light',
  'theme-dark',
]

const figuresMenu: readonly MenuEntry[] = [
  'gradients',
  'lens',
  'chart',
  '-',
  'drawer-nodes',
  'drawer-phases',
  'drawer-changes',
  'drawer-steps',
  'drawer-problems',
  '-',
  'pinBaseline',
  'unpinBaseline',
]

const languageMenu: readonly MenuEntry[] = languages.map((language) => `language-${language}`)
const textsMenu: readonly MenuEntry[] = ['interface', ...languages].map((language) => `document-language-${language}`)

export function TopBar() {
  const say = useSay()
  return (
    <header className="topbar">
      <Group>
        <CommandMenu entries={fileMenu} label={say('menu.file')}>
          <Menu size={16} aria-hidden="true" />
        </CommandMenu>
        <CommandButton id="gallery" />
        <CommandButton id="toggle-palette" />
        <Title />
      </Group>
      <Group className="is-settings">
        <VariantChoice />
        <PhaseChoice />
      </Group>
      <Group className="is-right">
        <CommandMenu entries={editMenu} label={say('menu.edit')}>
          <Pencil size={16} aria-hidden="true" />
          <ChevronDown size={12} aria-hidden="true" />
        </CommandMenu>
        <CommandButton id="undo" />
        <CommandButton id="redo" />
        <CommandButton id="history" />
        <span className="bar-line" />
        <CommandButton id="foldAll" />
        <CommandButton id="unfoldAll" />
        <CommandMenu entries={viewMenu} label={say('menu.view')}>
          <Eye size={16} aria-hidden="true" />
          <ChevronDown size={12} aria-hidden="true" />
        </CommandMenu>
        <CommandMenu entries={figuresMenu} label={say('menu.figures')}>
          <Sigma size={16} aria-hidden="true" />
          <ChevronDown size={12} aria-hidden="true" />
        </CommandMenu>
        <CommandMenu entries={textsMenu} label={say('menu.texts')}>
          <BookA size={16} aria-hidden="true" />
        </CommandMenu>
        <CommandMenu entries={languageMenu} label={say('menu.language')}>
          <Languages size={16} aria-hidden="true" />
        </CommandMenu>
        <CommandButton id="toggleTheme" />
        <span className="bar-line" />
        <CommandButton id="present" />
        <CommandButton id="export">
          <span className="tool-text">{say('command.exportShort')}</span>
        </CommandButton>
        <CommandButton id="toggle-inspector" />
      </Group>
    </header>
  )
}

function Group({ className = '', children }: { readonly className?: string; readonly children: ReactNode }) {
  return <div className={`bar-group ${className}`}>{children}</div>
}

function Title() {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  const title = useEditorState((state) => words(diagramOf(state).about.title, language))
  const isChanged = useEditorState((state) => state.origin.saved !== diagramOf(state))
  return (
    <h1 className="title">
      <TextField
        label={say('bar.title')}
        value={title}
        onCommit={(text) => editor.edit((diagram) => setTitle(diagram, text, writingOf(editor.state())))}
      />
      {isChanged && (
        <span className="is-changed" role="img" aria-label={say('bar.changed')} title={say('bar.changed')} />
      )}
    </h1>
  )
}
