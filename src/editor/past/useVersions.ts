// The kept versions of the open document, newest first, read one after another while nothing else is to be done.
import { useEffect, useState } from 'react'
import type { Diagram } from '../../document/schema'
import type { Version } from '../keeping/documents'
import type { VersionMark } from '../keeping/thinning'
import { useEditor } from '../react'
import { tellNow } from '../strings/language'

export interface ReadVersion extends VersionMark {
  /** Absent until it is read. */
  readonly diagram?: Diagram
  /** Why it cannot be read. */
  readonly problem?: string
}

/** Undefined until they are known. */
export function useVersions(): readonly ReadVersion[] | undefined {
  const editor = useEditor()
  const [read, setRead] = useState<readonly ReadVersion[]>()
  useEffect(() => {
    let isGone = false
    async function work() {
      const { keeping } = editor
      await keeping?.flush()
      const kept = ((await keeping?.documents.versions(editor.state().origin.id)) ?? []).toReversed()
      let list: readonly ReadVersion[] = kept.map(({ time, mark }) => ({ time, mark }))
      if (isGone) return
      setRead(list)
      for (const [i, version] of kept.entries()) {
        list = list.with(i, await readVersion(version))
        if (isGone) return
        setRead(list)
        await new Promise((resolve) => setTimeout(resolve))
      }
    }
    // Where nothing is kept, there are no versions.
    work().catch(() => !isGone && setRead((before) => before ?? []))
    return () => {
      isGone = true
    }
  }, [editor])
  return read
}

async function readVersion({ time, mark, bytes }: Version): Promise<ReadVersion> {
  const [{ parseDiagram }, { unsqueeze }] = await Promise.all([import('../files/read'), import('../keeping/squeeze')])
  try {
    const parsed = parseDiagram(unsqueeze(bytes))
    if (parsed.ok) return { time, mark, diagram: parsed.diagram }
    return { time, mark, problem: tellNow(parsed.problems[0]?.message) ?? '' }
  } catch (error) {
    return { time, mark, problem: error instanceof Error ? error.message : String(error) }
  }
}
