// Masks that can be seen: who attends to whom, as a small grid of queries and keys.

export const maskNames = ['causal', 'prefix', 'own sequence', 'previous image', 'padding'] as const
export type MaskName = (typeof maskNames)[number]

/** Six tokens stand for all. A row is a query, a column a key; `#` where the one sees the other. */
const patterns: Readonly<Record<MaskName, readonly string[]>> = {
  causal: ['#.....', '##....', '###...', '####..', '#####.', '######'],
  // Two tokens of the prefix, which see each other both ways.
  prefix: ['##....', '##....', '###...', '####..', '#####.', '######'],
  'own sequence': ['###...', '###...', '###...', '...###', '...###', '...###'],
  // Keys are three images of two tokens each; the text before the first one sees none.
  'previous image': ['......', '##....', '##....', '..##..', '..##..', '....##'],
  padding: ['####..', '####..', '####..', '####..', '####..', '####..'],
}

export function isMaskName(name: string): name is MaskName {
  return (maskNames as readonly string[]).includes(name)
}

/** Rows of queries, each with what it sees of the keys. */
export function maskCells(name: MaskName): readonly (readonly boolean[])[] {
  return patterns[name].map((row) => [...row].map((cell) => cell === '#'))
}
