// Files that may hold a document, by their ending, for the dialog that chooses one.

export const fileTypes: Readonly<Record<`.${string}`, string>> = {
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.html': 'text/html',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.drawio': 'application/vnd.jgraph.mxfile',
}
