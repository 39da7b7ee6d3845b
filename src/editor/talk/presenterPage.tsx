// The page of the speaker's window: no editor, only what the talk in the other window tells.
import { createRoot } from 'react-dom/client'
import type { Diagram } from '../../document/schema'
import { parseDiagram } from '../files/read'
import { layOutThumbnail } from '../picture/layOut'
import { speak } from '../strings/language'
import { Presenter } from './Presenter'

function read(text: string): Diagram | undefined {
  const parsed = parseDiagram(text)
  return parsed.ok ? parsed.diagram : undefined
}

export function startPresenter(id: string, root: HTMLElement) {
  root.replaceChildren()
  createRoot(root).render(
    <Presenter id={id} layOut={layOutThumbnail} read={read} onLanguage={(language) => void speak(language)} />,
  )
}
