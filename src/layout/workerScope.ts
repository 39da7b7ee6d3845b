// ELK's bundle takes any worker that it finds itself in for its own, and would answer our messages. A document tells it
// that it is not. Has to be imported before ELK.
const scope: { document?: unknown } = globalThis
scope.document ??= {}

export {}
