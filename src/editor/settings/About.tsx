// What the diagram says of itself: title, summary, year, and the papers that it follows.
import { addSource, removeSource, setSource, setYear } from '../../document/edit/about'
import { setSummary, setTitle } from '../../document/edit/words'
import { say as words } from '../../document/words'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, writingOf } from '../state'
import { useSay } from '../strings/language'
import { TextField } from '../panels/Controls'
import { Add, Field, Remove, WordsField } from './parts'

const fields = ['title', 'authors', 'year', 'arxiv', 'url'] as const

export function About() {
  const editor = useEditor()
  const say = useSay()
  const about = useEditorState((state) => diagramOf(state).about)
  const language = useEditorState(documentLanguageOf)
  return (
    <>
      <WordsField
        label={say('settings.titleField')}
        value={words(about.title, language)}
        onCommit={(text) => editor.edit((each) => setTitle(each, text, writingOf(editor.state())))}
      />
      <WordsField
        label={say('inspector.summary')}
        value={words(about.summary, language)}
        isLong
        onCommit={(text) => editor.edit((each) => setSummary(each, text, writingOf(editor.state())))}
      />
      <Field label={say('settings.year')}>
        <TextField
          label={say('settings.year')}
          value={about.year === undefined ? '' : String(about.year)}
          onCommit={(text) => editor.edit((each) => setYear(each, yearOf(text)))}
        />
      </Field>
      <h3>{say('inspector.sources')}</h3>
      {(about.sources ?? []).map((source) => (
        <fieldset key={source.id} className="settings-item">
          <legend>
            <code>{source.id}</code>
            <Remove name={source.title} onRemove={() => editor.edit((each) => removeSource(each, source.id))} />
          </legend>
          {fields.map((field) => (
            <Field key={field} label={say(`source.${field}`)}>
              <TextField
                label={say(`source.${field}`)}
                value={String(source[field] ?? '')}
                onCommit={(text) => editor.edit((each) => setSource(each, source.id, changed(field, text)))}
              />
            </Field>
          ))}
        </fieldset>
      ))}
      <Add label={say('settings.addSource')} onAdd={(title) => editor.edit((each) => addSource(each, title))} />
    </>
  )
}

function yearOf(text: string): number | undefined {
  const year = Number(text.trim())
  return text.trim() !== '' && Number.isInteger(year) ? year : undefined
}

/** A source has a title in any case. */
function changed(field: (typeof fields)[number], text: string) {
  const trimmed = text.trim()
  if (field === 'year') return { year: yearOf(trimmed) }
  if (trimmed === '') return field === 'title' ? {} : { [field]: undefined }
  return { [field]: trimmed }
}
