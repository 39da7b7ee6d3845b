// Where a port is on the page.
import type { Point } from '../../shared/geometry'
import type { HandleRef } from '../canvas/edges/ends'
import { portPlaces } from '../canvas/edges/ports'
import type { Editor } from '../editor'

export function placeOfPort(editor: Editor, { path, kind, port }: HandleRef): Point | undefined {
  const { shown } = editor.state().session
  if (!shown) return undefined
  const { graph, layout } = shown.picture
  const places = portPlaces(graph, layout, shown.view.direction).get(path)
  const place = places?.find((each) => each.kind === kind && each.port.id === port)
  return place && editor.camera?.toPage(place.at)
}
