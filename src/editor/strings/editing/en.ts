// What is said about editing: commands, copying, arranging, building. English: the measure for the other languages.
export const editing = {
  'announce.copied': 'Copied: {{count}}',
  'announce.pasted': 'Put in: {{count}}',
  'arrival.about': 'A whole diagram with {{count}} nodes at its top level was pasted.',
  'arrival.insert': 'Put it in as a group',
  'arrival.open': 'Open it',
  'arrival.title': 'Open “{{title}}”, or put it in?',
  'clipboard.denied': 'The browser does not let this page read the clipboard. Press Ctrl+V or ⌘V instead.',
  'clipboard.empty': 'There is nothing on the clipboard.',
  'clipboard.name': 'What was pasted',
  'clipboard.unknown': 'Nothing of it can be put into a diagram: copy nodes, a Frieze file, or an exported SVG.',
  'command.copy': 'Copy',
  'command.copyJson': 'Copy as JSON',
  'command.copyPng': 'Copy as PNG',
  'command.copySvg': 'Copy as SVG',
  'command.cut': 'Cut',
  'command.duplicate': 'Duplicate',
  'command.paste': 'Paste',
  'command.pasteAsText': 'Paste as label',
  'notice.copied': 'Copied: {{format}}',
  'reason.noPicture': 'There is no picture yet.',
  'reason.oneGraph': 'The selection lies in several modules; select nodes of one.',
}

export type EditingStrings = Readonly<Record<keyof typeof editing, string>>
