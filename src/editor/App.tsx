// The editor put together. No logic.
import { Tooltip } from 'radix-ui'
import { useCallback } from 'react'
import { useAnnouncements } from './announcing'
import { useClipboard } from './clipboard/useClipboard'
import { Canvas } from './canvas/Canvas'
import { CanvasMenu } from './canvas/CanvasMenu'
import { SharedBanner } from './canvas/SharedBanner'
import { Breadcrumb } from './ways/Breadcrumb'
import { SpotlightBanner } from './ways/SpotlightBanner'
import { useShortcuts } from './commands/useShortcuts'
import { useFocusReturn } from './dialogs/focusReturn'
import type { Editor } from './editor'
import { ErrorBoundary } from './ErrorBoundary'
import { useWindowDrop } from './files/useWindowDrop'
import { OpenDialog, OpenDrawer, OpenEmpty, OpenTalk } from './Later'
import { ElsewhereBanner } from './panels/ElsewhereBanner'
import { Inspector } from './panels/Inspector'
import { isPanelShown } from './panels/opening'
import { Notices } from './panels/Notices'
import { SidePanel } from './panels/SidePanel'
import { StatusBar } from './panels/StatusBar'
import { TopBar } from './panels/TopBar'
import { EditorContext, useEditor, useEditorState } from './react'
import { say } from './strings/language'
import { Tip } from './tips/Tip'
import { useTheme } from './useTheme'

export function App({ editor }: { readonly editor: Editor }) {
  return (
    <EditorContext value={editor}>
      <Tooltip.Provider delayDuration={400}>
        <Workbench />
      </Tooltip.Provider>
    </EditorContext>
  )
}

function Workbench() {
  const showsPalette = useEditorState((state) => isPanelShown(state, 'palette'))
  const showsInspector = useEditorState((state) => isPanelShown(state, 'inspector'))
  const tell = useBroken()
  useShortcuts()
  useFocusReturn()
  useClipboard()
  useTheme()
  useAnnouncements()
  useWindowDrop()
  return (
    <div className="workbench">
      <TopBar />
      {showsPalette && (
        <ErrorBoundary onBroken={tell}>
          <SidePanel />
        </ErrorBoundary>
      )}
      <main className="stage">
        <ErrorBoundary>
          <CanvasMenu>
            <div className="stage-fill">
              <Canvas />
            </div>
          </CanvasMenu>
        </ErrorBoundary>
        <Breadcrumb />
        <OpenEmpty />
        <ElsewhereBanner />
        <SharedBanner />
        <SpotlightBanner />
        <Tip />
        <Notices />
      </main>
      {showsInspector && (
        <ErrorBoundary onBroken={tell}>
          <Inspector />
        </ErrorBoundary>
      )}
      <OpenDrawer />
      <StatusBar />
      <OpenDialog />
      <OpenTalk />
    </div>
  )
}

/** A panel that broke is away until it is shown again. */
function useBroken() {
  const editor = useEditor()
  return useCallback(
    ({ message }: Error) => editor.notify({ kind: 'problem', text: say('problem.notDone', { reason: message }) }),
    [editor],
  )
}
