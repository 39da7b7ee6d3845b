// The bar above: which diagram, in which variant and phase, and what can be done with it.
import { BookA, ChevronDown, Ellipsis, Eye, Languages, Menu, Pencil, Sigma } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { setTitle } from '../../document/edit/words'
import { languages } from '../../shared/languages'
import { say as words } from '../../document/words'
import { scaleCommands } from '../commands/scale'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, roomOf, writingOf } from '../state'
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

const themeMenu: readonly MenuEntry[] = [
  'theme-system',
  'theme-light',
  'theme-dark',
  'theme-contrast',
  'theme-contrast-dark',
]
const scaleMenu: readonly MenuEntry[] = ['scaleUp', 'scaleDown', '-', ...scaleCommands.map(({ id }) => id)]

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
  'toggle-tips',
  '-',
  'foldAll',
  'foldTo1',
  'foldTo2',
  'unfoldAll',
  'trace',
  'neighbours',
  'tidy',
  '-',
  { menu: 'menu.theme', entries: themeMenu },
  { menu: 'menu.scale', entries: scaleMenu },
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

/** What has no place of its own in the bar: the less room, the more. */
function moreMenu(isNarrow: boolean): readonly MenuEntry[] {
  const languages: readonly MenuEntry[] = [
    { menu: 'menu.texts', entries: textsMenu },
    { menu: 'menu.language', entries: languageMenu },
    { menu: 'menu.theme', entries: themeMenu },
    { menu: 'menu.scale', entries: scaleMenu },
  ]
  if (!isNarrow) return ['foldAll', 'unfoldAll', 'history', '-', ...languages]
  return [
    'gallery',
    'present',
    'export',
    '-',
    { menu: 'menu.edit', entries: editMenu },
    { menu: 'menu.view', entries: viewMenu },
    { menu: 'menu.figures', entries: figuresMenu },
    '-',
    'history',
    'foldAll',
    'unfoldAll',
    '-',
    ...languages,
  ]
}

export function TopBar() {
  const say = useSay()
  const room = useEditorState(roomOf)
  const isNarrow = room === 'narrow'
  const isFull = room === 'full'
  return (
    <header className="topbar">
      <Group>
        <CommandMenu entries={fileMenu} label={say('menu.file')}>
          <Menu size={16} aria-hidden="true" />
        </CommandMenu>
        {!isNarrow && <CommandButton id="gallery" />}
        {!isNarrow && <CommandButton id="toggle-palette" />}
        <Title />
      </Group>
      <Group className="is-settings">
        <VariantChoice />
        <PhaseChoice />
      </Group>
      <Group className="is-right">
        {!isNarrow && (
          <CommandMenu entries={editMenu} label={say('menu.edit')}>
            <Pencil size={16} aria-hidden="true" />
            <ChevronDown size={12} aria-hidden="true" />
          </CommandMenu>
        )}
        <CommandButton id="undo" />
        <CommandButton id="redo" />
        {isFull && (
          <>
            <CommandButton id="history" />
            <span className="bar-line" />
            <CommandButton id="foldAll" />
            <CommandButton id="unfoldAll" />
          </>
        )}
        {!isNarrow && (
          <>
            <CommandMenu entries={viewMenu} label={say('menu.view')}>
              <Eye size={16} aria-hidden="true" />
              <ChevronDown size={12} aria-hidden="true" />
            </CommandMenu>
            <CommandMenu entries={figuresMenu} label={say('menu.figures')}>
              <Sigma size={16} aria-hidden="true" />
              <ChevronDown size={12} aria-hidden="true" />
            </CommandMenu>
          </>
        )}
        {isFull ? (
          <>
            <CommandMenu entries={textsMenu} label={say('menu.texts')}>
              <BookA size={16} aria-hidden="true" />
            </CommandMenu>
            <CommandMenu entries={languageMenu} label={say('menu.language')}>
              <Languages size={16} aria-hidden="true" />
            </CommandMenu>
            <CommandButton id="toggleTheme" />
          </>
        ) : (
          <CommandMenu entries={moreMenu(isNarrow)} label={say('menu.more')}>
            <Ellipsis size={16} aria-hidden="true" />
          </CommandMenu>
        )}
        {!isNarrow && (
          <>
            <span className="bar-line" />
            <CommandButton id="present" />
            <CommandButton id="export">
              <span className="tool-text">{say('command.exportShort')}</span>
            </CommandButton>
            <CommandButton id="toggle-inspector" />
          </>
        )}
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
  const isMeant = useEditorState(({ session }) => session.renaming === '')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isMeant) return
    heading.current?.querySelector('input')?.select()
    editor.setSession({ renaming: undefined })
  }, [editor, isMeant])
  return (
    <h1
      className="title"
      ref={heading}
      onKeyDown={(event) => {
        // Written; the next keys are for the canvas.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.target instanceof HTMLElement)
          event.target.blur()
      }}
    >
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
