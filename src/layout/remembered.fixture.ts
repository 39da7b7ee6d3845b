// For tests that look at the same pictures again and again: each is laid out once.
import { loadInto } from '../shared/loadOnce'
import { layOut as layOutAnew } from './inProcess'
import type { LayOut, Layout } from './layout'

export function rememberedLayOut(): LayOut {
  const known = new Map<string, Promise<Layout>>()
  return (graph, options) =>
    loadInto(known, `${graph.key} ${JSON.stringify(options)}`, () => layOutAnew(graph, options))
}
