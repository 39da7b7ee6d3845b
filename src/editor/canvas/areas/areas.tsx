// What the hand, the keyboard and screen readers find on the canvas: transparent, light, above the painted picture.
import { useStore, type NodeProps } from '@xyflow/react'
import { useEditor } from '../../react'
import { useSay } from '../../strings/language'
import { toggleFold } from '../../commands/fold'
import { foldMarkAt } from '../painting/overlay'
import { Ports } from '../edges/Ports'
import type { AreaNode } from './toFlow'

function FoldButton({ path, data }: { readonly path: string; readonly data: AreaNode['data'] }) {
  const editor = useEditor()
  const say = useSay()
  const { node, box, foldFrom } = data
  const isNear = useStore(({ transform }) => transform[2] >= foldFrom)
  if (!isNear) return null
  // How far it is lifted off the wall depends on the zoom, which the style sheet knows.
  const at = foldMarkAt(box, Infinity)
  return (
    <button
      type="button"
      className="fold-button nodrag nopan"
      style={{ left: at.x - box.x }}
      aria-label={say(node.inside ? 'canvas.fold' : 'canvas.unfold', { title: node.title })}
      aria-expanded={node.inside !== undefined}
      onClick={(event) => {
        event.stopPropagation()
        toggleFold(editor, [path])
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  )
}

function BoxArea({ id, data }: NodeProps<AreaNode>) {
  return (
    <>
      {data.node.foldable && <FoldButton path={id} data={data} />}
      <Ports path={id} data={data} />
    </>
  )
}

/** Only its wall and its header can be grasped; what lies inside is for what lies inside. */
function ContainerArea({ id, data }: NodeProps<AreaNode>) {
  return (
    <>
      <div className="container-grip is-header" style={{ height: data.node.size.height }} />
      <div className="container-grip is-left" />
      <div className="container-grip is-right" />
      <div className="container-grip is-bottom" />
      <FoldButton path={id} data={data} />
      <Ports path={id} data={data} />
    </>
  )
}

export const nodeTypes = { box: BoxArea, container: ContainerArea }
