// The edge under way: a line to the hand and, over a port that cannot take it, the reason why.
import { useConnection, type ConnectionLineComponentProps } from '@xyflow/react'
import { useMemo } from 'react'
import { useEditor, useEditorState } from '../../react'
import { judge } from './connecting'
import { handleRef } from './ends'
import { HandHint } from './HandHint'
import { verdictKey } from './verdict'

export function ConnectionLine({ fromX, fromY, toX, toY, connectionStatus }: ConnectionLineComponentProps) {
  return (
    <path
      className={`connection-line is-${connectionStatus ?? 'open'}`}
      d={`M${fromX},${fromY} L${toX},${toY}`}
      fill="none"
    />
  )
}

export function RefusalHint() {
  const editor = useEditor()
  const connection = useConnection()
  const isConnecting = useEditorState(({ session }) => session.connecting !== undefined)
  const { toHandle, toNode, to } = connection
  const key = toHandle?.id && toNode ? verdictKey(handleRef(toNode.id, toHandle.id)) : undefined
  const verdict = useMemo(() => {
    if (!isConnecting || !toHandle?.id || !toNode || key === undefined) return undefined
    return judge(editor, handleRef(toNode.id, toHandle.id))
    // The key says everything about the handle.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor, isConnecting, key])
  if (!to || verdict === undefined || verdict === true) return null
  return <HandHint at={to} says={verdict.sentence} />
}
