// A diagram, small: drawn when it comes into view.
import { useEffect, useRef, useState } from 'react'
import type { Diagram } from '../../document/schema'
import { viewOf } from '../../graph/view'
import { render } from '../../render'
import type { Scene } from '../../scene/scene'
import { ScenePreview } from '../dialogs/ScenePreview'
import { useEditor, useEditorState } from '../react'
import { themeOf } from '../state'

interface PictureProps {
  /** Where the diagram comes from when the picture is first seen. It has to stay the same while the diagram does. */
  readonly load: () => Promise<Diagram | undefined>
  readonly onLoad?: (diagram: Diagram) => void
  /** Nothing stands open. As the built-in diagrams stand, their layouts are stored and need no engine. */
  readonly isFolded?: boolean
  readonly width?: number
  readonly height?: number
}

export function Picture({ load, onLoad, isFolded = false, width = 300, height = 169 }: PictureProps) {
  const editor = useEditor()
  const language = useEditorState(({ preferences }) => preferences.language)
  const theme = useEditorState(themeOf)
  const [scene, setScene] = useState<Scene>()
  const [frame, isSeen] = useSeen<HTMLSpanElement>()
  const told = useRef(onLoad)
  useEffect(() => {
    told.current = onLoad
  })

  useEffect(() => {
    if (!isSeen) return
    let isGone = false
    async function draw() {
      const diagram = await load()
      if (isGone || !diagram) return
      told.current?.(diagram)
      const view = viewOf(diagram, {
        language,
        title: false,
        legend: false,
        bar: false,
        ...(isFolded && { unfolded: new Set<string>() }),
      })
      const picture = await render(diagram, view, { theme, background: true, problems: false }, editor.layOutThumbnail)
      if (!isGone) setScene(picture.scene)
    }
    // A card without a picture still opens its diagram.
    draw().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [editor, load, language, theme, isSeen, isFolded])

  return (
    <span ref={frame} className="card-picture">
      <ScenePreview scene={scene} width={width} height={height} />
    </span>
  )
}

/** Once it was in view, or nearly. */
function useSeen<T extends Element>() {
  const ref = useRef<T>(null)
  const [isSeen, setIsSeen] = useState(false)
  useEffect(() => {
    if (isSeen) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setIsSeen(true),
      { rootMargin: '200px' },
    )
    observer.observe(ref.current!)
    return () => observer.disconnect()
  }, [isSeen])
  return [ref, isSeen] as const
}
