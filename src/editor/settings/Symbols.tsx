// The hyperparameters: their names, what they are worth where no variant says otherwise, where they are used.
import { setSymbolBasis } from '../../document/edit/basis'
import { renameSymbol, whyNotRenameSymbol } from '../../document/edit/names'
import {
  removeSymbol,
  setExample,
  setSymbol,
  setSymbolWords,
  symbolUses,
  whyNotSymbol,
} from '../../document/edit/symbols'
import { say as words } from '../../document/words'
import type { DiagramSymbol } from '../../document/schema'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, writingOf } from '../state'
import { tellNow, useSay } from '../strings/language'
import { readExpression } from '../symbols/rows'
import { TextField } from '../panels/Controls'
import { BasisChoice } from './BasisChoice'
import { Add, Remove } from './parts'

export function Symbols() {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const entries = Object.entries(diagram.symbols ?? {})
  return (
    <>
      <p className="hint">{say('settings.symbolsAbout')}</p>
      {entries.length > 0 && (
        <div className="settings-scroll">
          <table className="settings-table">
            <thead>
              <tr>
                <th scope="col">{say('settings.name')}</th>
                <th scope="col">{say('settings.value')}</th>
                <th scope="col">{say('inspector.label')}</th>
                <th scope="col">{say('settings.basis')}</th>
                <th scope="col">{say('settings.uses')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {entries.map(([name, symbol]) => (
                <Line key={name} name={name} symbol={symbol} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Add
        label={say('settings.addSymbol')}
        placeholder="width = 768"
        judge={(text) => {
          const [name = '', value = '1'] = text.split('=').map((part) => part.trim())
          if (diagram.symbols && Object.hasOwn(diagram.symbols, name)) return say('settings.nameTaken', { name })
          return tellNow(whyNotSymbol(diagram, name, readExpression(value || '1')))
        }}
        onAdd={(text) => {
          const [name = '', value = '1'] = text.split('=').map((part) => part.trim())
          editor.edit((each) => setSymbol(each, name, readExpression(value || '1')))
        }}
      />
    </>
  )
}

function Line({ name, symbol }: { readonly name: string; readonly symbol: DiagramSymbol }) {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const uses = symbolUses(diagram, name)
  const value = typeof symbol === 'object' ? symbol.value : symbol
  const example = typeof symbol === 'object' ? symbol.example : undefined
  const refuse = (why: string | undefined) => {
    if (why !== undefined) editor.notify({ kind: 'problem', text: why })
    return why !== undefined
  }
  return (
    <tr>
      <td>
        <TextField
          label={say('settings.nameOf', { name })}
          value={name}
          onCommit={(text) =>
            refuse(tellNow(whyNotRenameSymbol(diagram, name, text.trim()))) ||
            editor.edit((each) => renameSymbol(each, name, text.trim()))
          }
        />
      </td>
      <td>
        <TextField
          label={say('settings.valueOf', { name })}
          value={value === undefined ? '' : String(value)}
          placeholder={say('settings.free', { example: example ?? 1 })}
          onCommit={(text) => {
            if (text.trim() === '') return editor.edit((each) => setExample(setSymbol(each, name, undefined), name, 1))
            const read = readExpression(text)
            return (
              refuse(tellNow(whyNotSymbol(diagram, name, read))) || editor.edit((each) => setSymbol(each, name, read))
            )
          }}
        />
      </td>
      <td>
        <TextField
          label={say('settings.labelOf', { name })}
          value={typeof symbol === 'object' ? words(symbol.label, language) : ''}
          onCommit={(text) =>
            editor.edit((each) => setSymbolWords(each, name, 'label', text, writingOf(editor.state())))
          }
        />
      </td>
      <td>
        <BasisChoice
          of={name}
          value={typeof symbol === 'object' ? (symbol.basis ?? (symbol.unsure ? 'unknown' : undefined)) : undefined}
          onChoose={(basis) => editor.edit((each) => setSymbolBasis(each, name, basis))}
        />
      </td>
      <td title={uses.join(', ')}>{uses.length}</td>
      <td>
        <Remove
          name={name}
          reason={uses.length > 0 ? say('settings.usedBy', { names: uses.slice(0, 5).join(', ') }) : undefined}
          onRemove={() => editor.edit((each) => removeSymbol(each, name))}
        />
      </td>
    </tr>
  )
}
