// How the document is shown (part of the document, so it can be undone), and what the program shows around it (preferences).
import {
  ArrowDown,
  ArrowRight,
  ArrowUp,
  Contrast,
  Grid3x3,
  Lightbulb,
  Magnet,
  Map as MapIcon,
  MessageSquare,
  Monitor,
  Moon,
  PanelLeft,
  PanelRight,
  PinOff,
  Sun,
  Tag,
  type LucideIcon,
} from 'lucide-react'
import { clearPins, hasPins, setView } from '../../document/edit/view'
import { languages, type Language } from '../../shared/languages'
import type { Editor } from '../editor'
import { flowDirections, shapeAmounts, shapeTexts, viewOf } from '../../graph/view'
import { isPanelShown, isTight, showPanel } from '../panels/opening'
import { phasesOf } from '../../semantics/setting'
import { twinOf } from '../../scene/themes'
import { currentView, diagramOf, documentLanguageOf, themeOf, type EditorState } from '../state'
import { speak } from '../strings/language'
import type { Command } from './command'

const directionIcons = { right: ArrowRight, down: ArrowDown, up: ArrowUp }

export const directions = flowDirections.map((direction): Command => ({
  id: `direction-${direction}`,
  label: `direction.${direction}`,
  group: 'view',
  icon: directionIcons[direction],
  isOn: (state) => currentView(state).direction === direction,
  run: (editor) => void editor.edit((diagram) => setView(diagram, { direction }), { refit: true }),
}))

export const shapes = shapeAmounts.map((amount): Command => ({
  id: `shapes-${amount}`,
  label: `shapes.${amount}`,
  group: 'view',
  icon: Tag,
  isOn: (state) => currentView(state).shapes === amount,
  run: (editor) => void editor.edit((diagram) => setView(diagram, { shapes: amount }), { refit: true }),
}))

export const shapeWriting = shapeTexts.map((shapeText): Command => ({
  id: `shapeText-${shapeText}`,
  label: `shapeText.${shapeText}`,
  group: 'view',
  isOn: ({ preferences }) => preferences.shapeText === shapeText,
  run: (editor) => editor.setPreferences({ shapeText }),
}))

export const frames = (['title', 'legend', 'bar'] as const).map((part): Command => ({
  id: `toggle-${part}`,
  label: `frame.${part}`,
  group: 'view',
  // The document's own: a part that is looked at alone has none of its own.
  isOn: (state) => viewOf(diagramOf(state))[part],
  run: (editor) => void editor.edit((diagram) => setView(diagram, { [part]: !viewOf(diagram)[part] })),
}))

const themeIcons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast, 'contrast-dark': Contrast }

export const themes = (['system', 'light', 'dark', 'contrast', 'contrast-dark'] as const).map((theme): Command => ({
  id: `theme-${theme}`,
  label: `theme.${theme}`,
  group: 'view',
  icon: themeIcons[theme],
  isOn: ({ preferences }) => preferences.theme === theme,
  run: (editor) => editor.setPreferences({ theme }),
}))

export const toggleTheme: Command = {
  id: 'toggleTheme',
  label: 'command.toggleTheme',
  group: 'view',
  icon: Moon,
  keys: ['Alt+Shift+D'],
  run: (editor) => editor.setPreferences({ theme: twinOf(themeOf(editor.state())) }),
}

const panelNames = ['palette', 'inspector', 'minimap', 'hints', 'tips'] as const
type Panel = (typeof panelNames)[number]

const panelIcons: Record<Panel, LucideIcon> = {
  palette: PanelLeft,
  inspector: PanelRight,
  minimap: MapIcon,
  hints: MessageSquare,
  tips: Lightbulb,
}

export const panels = panelNames.map((panel): Command => ({
  id: `toggle-${panel}`,
  label: `panel.${panel}`,
  group: 'view',
  icon: panelIcons[panel],
  isOn: ({ preferences }) => preferences[panel],
  run(editor) {
    const isOn = editor.state().preferences[panel]
    if (panel === 'palette' || panel === 'inspector') showPanel(editor, panel, !isPanelShown(editor.state(), panel))
    // Who asks for tips again gets all of them.
    else editor.setPreferences({ [panel]: !isOn, ...(panel === 'tips' && { tipsSeen: {} }) })
  },
}))

export const toggleGrid: Command = {
  id: 'toggleGrid',
  label: 'command.toggleGrid',
  group: 'arrange',
  icon: Grid3x3,
  keys: ["Mod+'"],
  isOn: ({ preferences }) => preferences.grid,
  run: (editor) => editor.setPreferences({ grid: !editor.state().preferences.grid }),
}

export const toggleSnap: Command = {
  id: 'toggleSnap',
  label: 'command.toggleSnap',
  group: 'arrange',
  icon: Magnet,
  // With several nodes selected Alt+S is taken by aligning them.
  keys: ['Alt+S', "Mod+Shift+'"],
  isOn: ({ preferences }) => preferences.snap,
  run: (editor) => editor.setPreferences({ snap: !editor.state().preferences.snap }),
}

/** Nothing but the picture, and back. */
export const focusView: Command = {
  id: 'focusView',
  label: 'command.focusView',
  group: 'view',
  keys: ['Mod+\\'],
  isOn: ({ preferences }) => !preferences.palette && !preferences.inspector,
  run(editor) {
    const { palette, inspector } = editor.state().preferences
    const isShown = !palette && !inspector
    // Where there is room for one only, the inspector comes back.
    editor.setPreferences({ palette: isShown && !isTight(editor.state()), inspector: isShown })
  },
}

/** Laid out afresh it would look different, or might. */
function isRearranged({ session }: EditorState): boolean {
  return session.shown?.picture.layout.kept?.isFresh === false
}

export const tidy: Command = {
  id: 'tidy',
  label: 'command.tidy',
  group: 'view',
  icon: PinOff,
  keys: ['Shift+Alt+T'],
  when: (state) => hasPins(diagramOf(state)) || isRearranged(state) || 'reason.noPins',
  // Another diagram even where nothing was pinned, so that the arrangement before can be come back to.
  run: (editor) => void editor.edit((diagram) => ({ ...clearPins(diagram) }), { afresh: true, refit: true }),
}

export const languageCommands = languages.map((language): Command => ({
  id: `language-${language}`,
  label: `language.${language}`,
  group: 'view',
  isOn: ({ preferences }) => preferences.language === language,
  run(editor) {
    const { plain } = writingIn(editor)
    editor.setPreferences({ language })
    editor.setSession({ plain })
    void speak(language)
  },
}))

/** The texts of the document in one language, whatever that of the interface is. */
export const documentLanguages = ([undefined, ...languages] as const).map((language): Command => ({
  id: `document-language-${language ?? 'interface'}`,
  label: language === undefined ? 'documentLanguage.interface' : `documentLanguage.${language}`,
  group: 'view',
  isOn: ({ session }) => session.language === language,
  run: (editor) => editor.setSession({ ...writingIn(editor), language }),
}))

/** Texts that name no language are in the one in which they have been shown so far. */
function writingIn(editor: Editor): { plain: Language } {
  const state = editor.state()
  return { plain: state.session.plain ?? documentLanguageOf(state) }
}

/** The lists in the bar above, by keyboard. */
export const choices = (['chooseVariant', 'choosePhase'] as const).map((id): Command => ({
  id,
  label: `command.${id}`,
  group: 'ways',
  when: (state) => listOf(id, state) > 0 || 'reason.noChoice',
  // After the list of commands has given the focus back.
  run: () => void setTimeout(() => document.getElementById(id)?.focus()),
}))

function listOf(id: 'chooseVariant' | 'choosePhase', state: EditorState): number {
  const diagram = diagramOf(state)
  return (id === 'chooseVariant' ? diagram.variants : phasesOf(diagram, currentView(state)))?.length ?? 0
}
