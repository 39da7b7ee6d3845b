// The list of all commands. One exists when it stands here; toolbar, menus, shortcuts, palette and help sheet read it.
import * as arrange from './arrange'
import * as building from './building'
import * as camera from './camera'
import * as clipboard from './clipboard'
import type { Command } from './command'
import { depthCommands, foldAllCommand, toggleFoldCommand, unfoldAllCommand } from './fold'
import * as figures from './figures'
import * as file from './file'
import * as help from './help'
import { historyCommand, redoCommand, undoCommand, versions } from './history'
import * as annotations from './annotations'
import { scaleCommands, scaleDown, scaleUp } from './scale'
import * as select from './select'
import * as selection from './selection'
import { settingsCommands } from './settings'
import * as states from './states'
import * as structure from './structure'
import * as talk from './talk'
import * as view from './view'
import * as ways from './ways'

export const commands: readonly Command[] = [
  file.gallery,
  file.newBlank,
  file.newFrom,
  file.fork,
  file.open,
  file.save,
  file.saveAs,
  versions,
  file.copyLinkCommand,
  file.copyStepLink,
  file.exportPicture,

  undoCommand,
  redoCommand,
  historyCommand,
  clipboard.cut,
  clipboard.copy,
  clipboard.pasteCommand,
  clipboard.duplicate,
  clipboard.pasteAsText,
  clipboard.copyPng,
  clipboard.copySvg,
  clipboard.copyOffice,
  ...clipboard.copyTexts,
  help.addBlock,
  annotations.addText,
  annotations.addFrame,
  select.selectAll,
  select.boxSelect,
  select.selectSameBlock,
  select.selectSameState,
  select.selectInstances,
  select.selectSiblings,
  select.clearSelection,
  selection.remove,

  selection.rename,
  ...settingsCommands,
  building.addFitting,
  ...building.addBeside,
  building.connectCommand,
  building.disconnectCommand,
  building.putOnEdge,
  building.pullOutCommand,
  building.replaceCommand,
  structure.group,
  structure.ungroupCommand,
  structure.makeModuleCommand,
  structure.shareEqual,
  structure.makeIndependentCommand,
  structure.stack,
  structure.unstack,
  toggleFoldCommand,
  states.freeze,
  states.train,
  states.inherit,
  ...arrange.aligns,
  ...arrange.distributes,
  ...arrange.orders,
  arrange.lock,
  arrange.pinHere,
  arrange.unpin,
  arrange.tidySelection,
  ...arrange.nudges,
  view.toggleSnap,
  view.toggleGrid,

  foldAllCommand,
  ...depthCommands,
  unfoldAllCommand,
  view.tidy,
  ...view.choices,
  ...view.directions,
  ...view.shapes,
  ...view.shapeWriting,
  figures.gradients,
  ...figures.drawerCommands,
  figures.chart,
  talk.present,
  talk.presentHere,
  talk.captureStepCommand,
  talk.makeQuiz,
  talk.lightOn,
  talk.hideForNow,
  talk.lightOff,
  talk.lens,
  talk.beside,
  figures.pinBaselineCommand,
  figures.unpinBaseline,
  ...view.frames,
  ...view.themes,
  view.toggleTheme,
  ...view.panels,
  view.focusView,
  scaleUp,
  scaleDown,
  ...scaleCommands,
  ...view.languageCommands,
  ...view.documentLanguages,

  camera.selectTool,
  camera.handTool,
  camera.zoomIn,
  camera.zoomOut,
  camera.zoomReset,
  camera.fit,
  camera.fitSelection,

  ways.find,
  ways.findNext,
  ways.findPrevious,
  ways.goTo,
  ways.outline,
  ways.trace,
  ways.neighbours,
  ...ways.walks,
  ways.enter,
  ways.leave,
  ways.openAloneCommand,
  ways.leaveAloneCommand,
  ways.edgeInTurn,
  ways.whereAmI,
  ways.back,
  ways.forward,
  ...ways.regions,

  help.commandPalette,
  help.shortcuts,
]

const byId = new Map(commands.map((command) => [command.id, command]))
if (byId.size < commands.length) throw new Error('Two commands have the same id')

export function commandOf(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`There is no command “${id}”`)
  return command
}
