// Groups, modules and repeats: made of what is selected, and taken apart again.
import { Component, CopyCheck, Group, Layers, ListEnd, Split, Ungroup } from 'lucide-react'
import { moveIntoGroup, ungroup, whyNotGroup, whyNotUngroup } from '../../document/edit/groups'
import { groupsLike, makeIndependent, makeModule, shareGroups } from '../../document/edit/modules'
import { intoRepeat, isStatedAlike, rowOf, copiesOf, writeOut } from '../../document/edit/repeats'
import { unfold } from '../../document/edit/view'
import { uniqueId, uniqueModuleName } from '../../document/ids'
import { usesOf } from '../../document/instances'
import { bodyAt, splitPlace } from '../../document/place'
import type { Diagram, DiagramNode } from '../../document/schema'
import { titleWords } from '../../document/titles'
import { say as words } from '../../document/words'
import { phaseOf, variantOf } from '../../semantics/setting'
import type { Editor } from '../editor'
import { done, type Done } from '../past/done'
import { notifyUndoable } from '../past/undoable'
import { currentView, diagramOf, type EditorState } from '../state'
import { say } from '../strings/language'
import type { Command } from './command'
import { onlyNode, oneGraph, whyNotOneGraph, type ChosenNode } from './chosen'
import { parentOf, pathIn } from '../../shared/path'

export const group: Command = {
  id: 'group',
  label: 'command.group',
  group: 'node',
  icon: Group,
  keys: ['Mod+G'],
  when(state) {
    const chosen = oneGraph(state)
    if (!chosen) return whyNotOneGraph(state)
    return whyNotGroup(diagramOf(state), chosen.graph, chosen.ids) === undefined || 'reason.between'
  },
  run(editor) {
    const state = editor.state()
    const chosen = oneGraph(state)
    if (!chosen) return
    const { path, graph, ids } = chosen
    const id = uniqueId(bodyAt(diagramOf(state), graph)!, 'group')
    const here = pathIn(path, id)
    editor.edit((diagram) => unfold(moveIntoGroup(diagram, graph, ids, id, say('structure.group')), [here]), {
      select: [here],
    })
    editor.announce(say('announce.grouped', { count: ids.length }))
  },
}

export const ungroupCommand: Command = {
  id: 'ungroup',
  label: 'command.ungroup',
  group: 'node',
  icon: Ungroup,
  keys: ['Mod+Shift+G'],
  when(state) {
    const only = onlyNode(state)
    if (!only?.node.group) return only?.node.module === undefined ? 'reason.selectGroup' : 'reason.isModule'
    return whyNotUngroup(diagramOf(state), only.place) === undefined || 'reason.groupRepeated'
  },
  run(editor) {
    const only = onlyNode(editor.state())
    if (only) editAround(editor, only, (diagram) => ungroup(diagram, only.place))
  },
}

/** An edit that puts several nodes where one is, all of which are selected then. */
function editAround(editor: Editor, { path, place, node }: ChosenNode, change: (d: Diagram) => Diagram, what?: Done) {
  const before = new Set(idsAround(editor.state(), place))
  editor.edit(change, { done: what })
  const come = idsAround(editor.state(), place).filter((id) => !before.has(id) || id === node.id)
  editor.select(come.map((id) => pathIn(parentOf(path), id)))
}

function idsAround(state: EditorState, place: string): string[] {
  return bodyAt(diagramOf(state), splitPlace(place).graph)?.nodes.map((node) => node.id) ?? []
}

function moduleWish(node: DiagramNode): string {
  return words(node.label, 'en') || node.id
}

export const makeModuleCommand: Command = {
  id: 'makeModule',
  label: 'command.makeModule',
  group: 'node',
  icon: Component,
  when: (state) => onlyNode(state)?.node.group !== undefined || 'reason.selectGroup',
  run(editor) {
    const only = onlyNode(editor.state())
    if (only)
      editor.edit((diagram) => makeModule(diagram, only.place, uniqueModuleName(diagram, moduleWish(only.node))))
  },
}

export const shareEqual: Command = {
  id: 'shareEqual',
  label: 'command.shareEqual',
  group: 'node',
  icon: CopyCheck,
  when(state) {
    const only = onlyNode(state)
    if (!only?.node.group) return 'reason.selectGroup'
    return groupsLike(diagramOf(state), only.place).length > 1 || 'reason.noEqualGroup'
  },
  run(editor) {
    const only = onlyNode(editor.state())
    if (!only) return
    const count = groupsLike(diagramOf(editor.state()), only.place).length
    editor.edit((diagram) => shareGroups(diagram, only.place, uniqueModuleName(diagram, moduleWish(only.node))))
    editor.announce(say('announce.shared', { count }))
  },
}

export const makeIndependentCommand: Command = {
  id: 'makeIndependent',
  label: 'command.makeIndependent',
  group: 'node',
  icon: Split,
  when(state) {
    const only = onlyNode(state)
    if (only?.node.module === undefined) return 'reason.selectInstance'
    return (usesOf(diagramOf(state)).get(only.node.module)?.length ?? 0) > 1 || 'reason.onlyInstance'
  },
  run(editor) {
    const only = onlyNode(editor.state())
    const module = only?.node.module
    if (only && module !== undefined)
      editor.edit((diagram) => makeIndependent(diagram, only.place, uniqueModuleName(diagram, module)))
  },
}

export const stack: Command = {
  id: 'stack',
  label: 'command.stack',
  group: 'node',
  icon: Layers,
  when(state) {
    const chosen = oneGraph(state)
    if (!chosen) return whyNotOneGraph(state)
    if (chosen.ids.length < 2) return 'reason.selectSeveral'
    const row = rowOf(diagramOf(state), chosen.graph, chosen.ids)
    return (row.ok && isStatedAlike(diagramOf(state), chosen.graph, row.ids)) || 'reason.noRow'
  },
  run(editor) {
    const chosen = oneGraph(editor.state())
    const row = chosen && rowOf(diagramOf(editor.state()), chosen.graph, chosen.ids)
    if (!chosen || !row?.ok) return
    const here = pathIn(chosen.path, row.ids[0]!)
    editor.edit((diagram) => intoRepeat(diagram, chosen.graph, chosen.ids), {
      select: [here],
      done: done('done.stack', { count: row.ids.length }),
    })
  },
}

export const unstack: Command = {
  id: 'unstack',
  label: 'command.unstack',
  group: 'node',
  icon: ListEnd,
  when(state) {
    const only = onlyNode(state)
    if (only?.node.repeat === undefined) return 'reason.selectRepeated'
    return typeof copiesOf(diagramOf(state), only.place, shownSet(state)) === 'number' || 'reason.cannotWriteOut'
  },
  run(editor) {
    const only = onlyNode(editor.state())
    const count = only && copiesOf(diagramOf(editor.state()), only.place, shownSet(editor.state()))
    if (!only || typeof count !== 'number') return
    const name = titleWords(diagramOf(editor.state()), only.node)
    const change = (diagram: Diagram) => writeOut(diagram, only.place, shownSet(editor.state()))
    editAround(editor, only, change, done('done.unstack', { name, count }))
    const { repeat } = only.node
    const formula = typeof repeat === 'object' ? repeat.count : repeat
    if (typeof formula === 'string') notifyUndoable(editor, say('notice.unstacked', { count, formula }))
  },
}

/** What symbols are in the variant and phase that are shown. */
function shownSet(state: EditorState) {
  const [diagram, view] = [diagramOf(state), currentView(state)]
  return { ...variantOf(diagram, view)?.set, ...phaseOf(diagram, view)?.set }
}
