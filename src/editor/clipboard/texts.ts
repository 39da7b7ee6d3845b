// The forms in which the selection, or everything, goes to other programs as text.
import { serialise } from '../../document/serialise'
import { diagramOf, documentLanguageOf, type EditorState } from '../state'
import type { StringKey } from '../strings/language'
import { selectionCut } from './fragments'
import { selectionPage } from './pictures'

export interface TextFlavour {
  readonly id: string
  readonly label: StringKey
  /** The form's own name, the same in all languages. */
  readonly form: string
  /** Loads what it needs when it is first wanted; undefined where there is nothing to write. */
  write(state: EditorState): string | undefined | Promise<string | undefined>
}

export const textFlavours: readonly TextFlavour[] = [
  {
    id: 'copyJson',
    label: 'command.copyJson',
    form: 'JSON',
    write: (state) => serialise(selectionCut(state) ?? diagramOf(state)),
  },
  { id: 'copyMermaid', label: 'command.copyMermaid', form: 'Mermaid', write: asMermaid },
]

async function asMermaid(state: EditorState): Promise<string | undefined> {
  const page = selectionPage(state)
  if (!page) return undefined
  const [{ mermaid }, { loadAsset }] = await Promise.all([import('../../exporters/mermaid'), import('../files/assets')])
  const content = await mermaid.export({ pages: [page], language: documentLanguageOf(state), loadAsset })
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}
