// One node: what it is called, what it is set to, what is known of it.
import { useMemo } from 'react'
import { blockOf } from '../../blocks'
import { setNodeBasis } from '../../document/edit/basis'
import { setInit, setLabel, setModuleLabel, setNote, setSublabel } from '../../document/edit/words'
import { insideOf, nodeAt, placeOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { isScratch, say as words, scratch, type Writing } from '../../document/words'
import { sublabelOf } from '../../graph/node'
import { nodeAtPath } from '../../semantics/tree'
import { problemsAt } from '../problems'
import { useEditor, useEditorState, useLanguage, useShown } from '../react'
import { BasisChoice } from '../settings/BasisChoice'
import { ModuleParams } from '../settings/ModuleParams'
import { PortList } from '../settings/PortList'
import { TiedField } from '../settings/TiedField'
import { diagramOf, documentLanguageOf, writingOf } from '../state'
import { useSay } from '../strings/language'
import { TextField } from './Controls'
import { Facts } from './Facts'
import { Fields } from './Fields'
import { FormulaProblems } from './FormulaProblems'
import { Problems } from './Problems'
import { RepeatField } from './RepeatField'
import { StateChoice } from './StateChoice'

type EditWords = (diagram: Diagram, place: string, text: string, writing: Writing) => Diagram

export function NodeInspector({ path }: { readonly path: string }) {
  const editor = useEditor()
  const say = useSay()
  const diagram = useEditorState(diagramOf)
  const language = useEditorState(documentLanguageOf)
  const spoken = useLanguage()
  const shown = useShown()
  const analysis = shown?.picture.analysis
  const problems = useMemo(() => (analysis ? problemsAt(analysis, path) : []), [analysis, path])
  const place = placeOf(diagram, path)
  const node = place === undefined ? undefined : nodeAt(diagram, place)
  if (!node || place === undefined) return null
  const block = node.block === undefined ? undefined : blockOf(node.block)
  const module = node.module === undefined ? undefined : diagram.modules?.[node.module]
  const item = analysis && nodeAtPath(analysis.tree, path)
  const inside = insideOf(diagram, path)
  const hasWeights = !block || block.weights !== undefined
  const write = (edit: EditWords) => (text: string) =>
    void editor.edit((each) => edit(each, place, text, writingOf(editor.state())))

  return (
    <>
      <section>
        <h2 className="inspector-kind">
          {block?.label[spoken] ?? (words(module?.label, language) || node.module || say('inspector.group'))}
        </h2>
        {block && <p className="hint">{block.about[spoken]}</p>}
        {block?.source && <p className="hint">{say('explain.source', { source: block.source })}</p>}
        <TextField
          label={say('inspector.label')}
          value={words(node.label, language)}
          placeholder={words(module?.label, language) || block?.label[language] || node.id}
          onCommit={write(setLabel)}
        />
        <FormulaProblems texts={[words(node.label, language), words(node.sublabel, language)]} />
        <Problems problems={problems} />
      </section>
      {hasWeights && (
        <section>
          <StateChoice paths={[path]} />
          <div className="field">
            <span className="field-label">{say('inspector.init')}</span>
            <TextField
              label={say('inspector.init')}
              value={isScratch(node.init) ? say('inspector.scratch') : words(node.init, language)}
              placeholder={say('inspector.scratch')}
              onCommit={(text) => write(setInit)(text === say('inspector.scratch') ? scratch : text)}
            />
          </div>
          <TiedField path={path} place={place} node={node} />
        </section>
      )}
      <Fields place={place} node={node} item={item} />
      <section>
        <div className="field">
          <span className="field-label">{say('inspector.sublabel')}</span>
          <TextField
            label={say('inspector.sublabel')}
            value={words(node.sublabel, language)}
            placeholder={item && shown && sublabelOf(analysis, shown.view, item)}
            onCommit={write(setSublabel)}
          />
        </div>
        <RepeatField place={place} node={node} />
        <div className="field">
          <span className="field-label">{say('inspector.note')}</span>
          <TextField
            label={say('inspector.note')}
            value={words(node.note, language)}
            isLong
            onCommit={write(setNote)}
          />
        </div>
        <div className="field">
          <span className="field-label">{say('settings.basis')}</span>
          <BasisChoice
            of={node.id}
            value={node.basis}
            onChoose={(basis) => editor.edit((each) => setNodeBasis(each, place, basis))}
          />
        </div>
      </section>
      {inside !== undefined && (
        <section>
          {node.module !== undefined && (
            <>
              <div className="field">
                <span className="field-label">{say('inspector.moduleLabel')}</span>
                <TextField
                  label={say('inspector.moduleLabel')}
                  value={words(module?.label, language)}
                  placeholder={node.module}
                  onCommit={(text) =>
                    editor.edit((each) => setModuleLabel(each, node.module!, text, writingOf(editor.state())))
                  }
                />
              </div>
              <ModuleParams module={node.module} />
            </>
          )}
          <PortList graph={inside} />
        </section>
      )}
      {item && shown && <Facts analysis={shown.picture.analysis} view={shown.view} item={item} />}
      {block?.source && <p className="hint credit">{block.source}</p>}
    </>
  )
}
