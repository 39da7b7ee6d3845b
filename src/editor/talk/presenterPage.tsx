// The page of the speaker's window: no editor, only what the talk in the other window tells.
import { createRoot } from 'react-dom/client'
import type { Diagram } from '../../document/schema'
import { parseDiagram } from '../files/read'
import type { ThemeName } from '../../scene/scene'
import { dressPage, watchMachine } from '../machine'
import { layOutThumbnail } from '../picture/layOut'
import { speak } from '../strings/language'
import { Presenter } from './Presenter'

function read(text: string): Diagram | undefined {
  const parsed = parseDiagram(text)
  return parsed.ok ? parsed.diagram : undefined
}

export function startPresenter(id: string, root: HTMLElement, scale: number) {
  // The window with the picture says in which theme; until then it is dark for nobody.
  let theme: ThemeName = 'light'
  const dress = () => dressPage(theme, window.innerWidth, scale)
  dress()
  watchMachine(dress)
  root.replaceChildren()
  createRoot(root).render(
    <Presenter
      id={id}
      layOut={layOutThumbnail}
      read={read}
      onGiven={(language, given) => {
        void speak(language)
        theme = given
        dress()
      }}
    />,
  )
}
