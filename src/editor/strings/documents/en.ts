// What the interface says about documents, their past and their travels, in English.
export const en = {
  'keeping.copied': 'Kept as a copy, because the document itself is open in another tab.',
  'keeping.download': 'Download the text',
  'keeping.elsewhere': 'This document is open in another tab. Edits made here become a copy.',
  'keeping.failed': 'This browser could not keep the latest changes. Save the document to a file.',
  'keeping.full':
    'This browser has no room left to keep changes. Save the document to a file, or remove documents from the gallery.',
  'keeping.gone': 'This document is no longer kept in this browser.',
  'keeping.none':
    'This browser keeps nothing for this page (is the window private?). Save to a file what you want to keep.',
  'keeping.notLetGo': 'The other tab does not let go of the document. Close it, or edit here: that makes a copy.',
  'keeping.takeOver': 'Edit it here',
  'keeping.unread': '{{name}} is kept, but this version cannot read it: {{problem}}',
  'recent.here': 'open here',
  'recent.open': 'open in another tab',
  'recent.published': 'Published models',
  'recent.remove': 'Remove {{title}}',
  'recent.removed': 'Removed {{title}} with its versions',
  'recent.title': 'Your documents',
  'recent.unread': 'Cannot be read',
}
