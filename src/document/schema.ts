// The file: what a `*.frieze.json` holds, written once. Types are inferred from it and `npm run schema` publishes it.
// Objects are loose: fields that this version does not know are kept.
import { z } from 'zod'
import { kinds, modalities } from '../blocks/tensor'
import { idPattern } from './idPattern'
import { cameraSchema, stepSchema, type lensKinds } from './stepSchema'
import { expressionSchema, paramSchema, wordsSchema } from './valueSchemas'

/** Bumped when old files need a step in `migrate.ts`. */
export const formatVersion = 1

export { languages, type Language } from '../shared/languages'
export { lensKinds } from './stepSchema'

export const idSchema = z.string().regex(idPattern, 'an id begins with a letter and has letters, digits, _ and - only')

export const sourceSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  authors: z.string().optional(),
  year: z.number().optional(),
  arxiv: z.string().optional(),
  url: z.string().optional(),
})

/** What a system took from an earlier one. */
export const lineageSchema = z.looseObject({
  /** The file name of the earlier diagram without its ending: `clip`. */
  from: z.string(),
  how: wordsSchema.optional(),
})

/**
 * How a fact is known. stated: read at its source. counted: on an instance of the reference code. computed: by a formula.
 * inferred: not said anywhere, but it reproduces what is. memory: from memory of the source, not read again. unknown: nobody
 * says; what stands here is a placeholder. Absent: nothing is said of it, which is taken as stated.
 */
export const bases = ['stated', 'counted', 'computed', 'inferred', 'memory', 'unknown'] as const
export const basisSchema = z.enum(bases)

export const symbolSchema = z.union([
  expressionSchema,
  z.looseObject({
    /** A free symbol (batch, text length) has an example in place of a value. */
    value: expressionSchema.optional(),
    example: z.number().optional(),
    label: wordsSchema.optional(),
    note: wordsSchema.optional(),
    /** `true` where the literature does not say it for sure; the picture says so. */
    unsure: z.boolean().optional(),
    /** How its value is known, unless the variant or phase that sets it says so. */
    basis: basisSchema.optional(),
    source: z.string().optional(),
  }),
])

export const portSchema = z.looseObject({
  id: idSchema,
  label: wordsSchema.optional(),
  kind: z.enum(kinds).optional(),
  modality: z.enum(modalities).optional(),
  optional: z.boolean().optional(),
  /** Enters or leaves across the flow. */
  side: z.boolean().optional(),
})

export const edgeSchema = z.looseObject({
  /** `node.port`; in a module's graph `in.port` is the module's own input. */
  from: z.string(),
  /** `node.port`; in a module's graph `out.port` is the module's own output. */
  to: z.string(),
  label: wordsSchema.optional(),
  /** Show the shape that travels here even when shapes are shown on the main edges only. */
  shape: z.boolean().optional(),
})

export const stateSchema = z.enum(['frozen', 'trainable'])
export const phaseStateSchema = z.enum(['frozen', 'trainable', 'absent'])

/**
 * stack: the output of one copy is the input of the next, by equal port names; other inputs go to all copies.
 * parallel: every copy takes the input; routing sends a token to `active` of them (experts).
 * shared: as stack, but all copies are the same weights, counted once.
 * A count of 0 means the node is not there: its inputs pass to its outputs by equal port names.
 */
export const repeatSchema = z.union([
  expressionSchema,
  z.looseObject({
    count: expressionSchema,
    mode: z.enum(['stack', 'parallel', 'shared']).optional(),
    active: expressionSchema.optional(),
  }),
])

export const directionSchema = z.enum(['right', 'down', 'up'])

export const textSizes = ['small', 'medium', 'large'] as const

/** Free text in a picture. */
export const textSchema = z.looseObject({
  id: idSchema,
  words: wordsSchema,
  /** The node of the graph that it goes along with: x and y count from the node's upper left corner. Absent: as pins do. */
  node: z.string().optional(),
  x: z.number(),
  y: z.number(),
  /** Lines are no longer than this, in pixels. */
  width: z.number().optional(),
  size: z.enum(textSizes).optional(),
  /** A line leads from it to its node. */
  leader: z.boolean().optional(),
})

/** A frame around nodes of one graph, with a heading. */
export const frameSchema = z.looseObject({
  id: idSchema,
  words: wordsSchema.optional(),
  nodes: z.array(z.string()),
})

const graphFields = {
  inputs: z.array(portSchema).optional(),
  outputs: z.array(portSchema).optional(),
  /** How the inner graph runs; absent: whatever fits best. */
  direction: z.enum(['along', 'across']).optional(),
  edges: z.array(edgeSchema),
  texts: z.array(textSchema).optional(),
  frames: z.array(frameSchema).optional(),
}

/** A graph of its own with ports: the inside of a one-off group. */
export const groupSchema = z.looseObject({
  ...graphFields,
  // A getter, because nodes hold groups and groups hold nodes; it would be called too early in `graphFields`.
  get nodes() {
    return z.array(nodeSchema)
  },
})

export const nodeSchema = z.looseObject({
  id: idSchema,
  /** Exactly one of `block`, `module`, `group`. */
  block: z.string().optional(),
  module: z.string().optional(),
  get group() {
    return groupSchema.optional()
  },
  params: z.record(z.string(), paramSchema).optional(),
  label: wordsSchema.optional(),
  /** In place of the block's own second line. */
  sublabel: wordsSchema.optional(),
  note: wordsSchema.optional(),
  state: stateSchema.optional(),
  /** `scratch`, or what its weights begin as. */
  init: wordsSchema.optional(),
  /** The path of the node whose weights it uses; counted there. */
  tied: z.string().optional(),
  /** It does so only where this does not come to 0; otherwise its weights are its own. */
  tiedIf: expressionSchema.optional(),
  repeat: repeatSchema.optional(),
  /** How it is known that the model has this, and so. */
  basis: basisSchema.optional(),
})

export const moduleSchema = z.looseObject({
  label: wordsSchema.optional(),
  note: wordsSchema.optional(),
  /** Parameters with what they are when an instance does not bind them. */
  params: z
    .record(
      z.string(),
      z.union([expressionSchema, z.looseObject({ initial: expressionSchema, label: wordsSchema.optional() })]),
    )
    .optional(),
  ...graphFields,
  nodes: z.array(nodeSchema),
})

export const variantSchema = z.looseObject({
  id: z.string(),
  label: wordsSchema.optional(),
  note: wordsSchema.optional(),
  /** The phase in which it is seen first, such as that which ends at its resolution; absent: the one that opens first. */
  phase: z.string().optional(),
  /** How what it sets is known; absent: as its symbols say. */
  basis: basisSchema.optional(),
  set: z.record(z.string(), expressionSchema),
})

export const phaseSchema = z.looseObject({
  id: z.string(),
  label: wordsSchema,
  note: wordsSchema.optional(),
  objective: wordsSchema.optional(),
  data: wordsSchema.optional(),
  /** How many examples the model sees in this phase, repetitions included; by variant where they differ. */
  examples: z.union([z.number(), z.record(z.string(), z.number())]).optional(),
  /** By path; a state holds for everything inside unless a deeper one is stated. `absent`: takes no part in this phase. */
  states: z.record(z.string(), phaseStateSchema).optional(),
  /** Symbols that differ in this phase, such as the resolution. */
  set: z.record(z.string(), expressionSchema).optional(),
  /** Only these variants have this phase; absent: all. */
  variants: z.array(z.string()).optional(),
  /** How it is known that it runs so: its data, its states, what it sets. */
  basis: basisSchema.optional(),
})

export const quantities = ['params', 'trainable', 'frozen', 'active', 'flops', 'macs'] as const

export const publishedSchema = z.looseObject({
  quantity: z.enum(quantities),
  value: z.number(),
  /** Relative: 0.01 is one per cent. */
  tolerance: z.number(),
  /** A path, or several whose figures are added; absent: the whole. */
  node: z.union([z.string(), z.array(z.string())]).optional(),
  variant: z.string().optional(),
  phase: z.string().optional(),
  /** Symbols that the figure was published for. */
  set: z.record(z.string(), expressionSchema).optional(),
  source: z.string().optional(),
  place: wordsSchema.optional(),
  basis: basisSchema.optional(),
  /** Needed where the figure is not met: why. */
  note: wordsSchema.optional(),
  /** The literature contradicts itself here: the difference is shown, not failed. */
  unmet: z.boolean().optional(),
})

/** What a system reaches on a task; nothing is computed from it. */
export const resultSchema = z.looseObject({
  /** `ImageNet, zero-shot` */
  task: wordsSchema,
  /** `accuracy` when absent. */
  metric: wordsSchema.optional(),
  value: z.number(),
  variant: z.string().optional(),
  source: z.string().optional(),
  place: wordsSchema.optional(),
  basis: basisSchema.optional(),
  note: wordsSchema.optional(),
})

export const pinSchema = z.looseObject({
  x: z.number(),
  y: z.number(),
  /** It stays there: neither a hand nor tidying moves the node, and it is not deleted. */
  locked: z.boolean().optional(),
})

export const viewSchema = z.looseObject({
  direction: directionSchema.optional(),
  /** The variant and phase that open first. */
  variant: z.string().optional(),
  phase: z.string().optional(),
  /** Paths of the nodes that stand open. */
  unfolded: z.array(z.string()).optional(),
  /** Positions that a person chose, by place (see `place.ts`), from the top left of the graph that holds the node. */
  pins: z.record(z.string(), pinSchema).optional(),
  shapes: z.enum(['off', 'main', 'all']).optional(),
  title: z.boolean().optional(),
  legend: z.boolean().optional(),
  bar: z.boolean().optional(),
})

/** A diagram as it stands beside another: whole, so that the file names no other, and without companions of its own. */
export const companionSchema = z.looseObject({
  $schema: z.string().optional(),
  version: z.literal(formatVersion),
  about: z.looseObject({
    title: wordsSchema,
    summary: wordsSchema.optional(),
    year: z.number().optional(),
    /** Where the image meets the text: one of `families`, or a name of one's own. */
    family: z.string().optional(),
    /** One line on what sets it apart from those before. */
    distinctive: wordsSchema.optional(),
    lineage: z.array(lineageSchema).optional(),
    sources: z.array(sourceSchema).optional(),
    /** What the literature leaves open or contradicts. */
    notes: z.array(wordsSchema).optional(),
  }),
  symbols: z.record(z.string(), symbolSchema).optional(),
  variants: z.array(variantSchema).optional(),
  phases: z.array(phaseSchema).optional(),
  modules: z.record(z.string(), moduleSchema).optional(),
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
  texts: z.array(textSchema).optional(),
  frames: z.array(frameSchema).optional(),
  steps: z.array(stepSchema).optional(),
  published: z.array(publishedSchema).optional(),
  results: z.array(resultSchema).optional(),
  view: viewSchema.optional(),
})

export const diagramSchema = companionSchema.extend({
  /** What stands beside this diagram in steps of its lecture, by name. */
  companions: z.record(z.string(), companionSchema).optional(),
})

export type Words = z.infer<typeof wordsSchema>
export type Expression = z.infer<typeof expressionSchema>
export type Basis = z.infer<typeof basisSchema>
export type DiagramSymbol = z.infer<typeof symbolSchema>
export type GraphPort = z.infer<typeof portSchema>
export type DiagramEdge = z.infer<typeof edgeSchema>
export type DiagramNode = z.infer<typeof nodeSchema>
export type Group = z.infer<typeof groupSchema>
export type Module = z.infer<typeof moduleSchema>
export type Variant = z.infer<typeof variantSchema>
export type Phase = z.infer<typeof phaseSchema>
export type Step = z.infer<typeof stepSchema>
export type Result = z.infer<typeof resultSchema>
export type StepCamera = z.infer<typeof cameraSchema>
export type LensKind = (typeof lensKinds)[number]
export type Published = z.infer<typeof publishedSchema>
export type ViewSettings = z.infer<typeof viewSchema>
export type FreeText = z.infer<typeof textSchema>
export type TextSize = (typeof textSizes)[number]
export type Frame = z.infer<typeof frameSchema>
export type Pin = z.infer<typeof pinSchema>
export type Param = z.infer<typeof paramSchema>
export type Repeat = z.infer<typeof repeatSchema>
export type State = z.infer<typeof stateSchema>
export type Direction = z.infer<typeof directionSchema>
export type Diagram = z.infer<typeof diagramSchema>
export type Companion = z.infer<typeof companionSchema>
export type Beside = NonNullable<Step['beside']>

/** What the root, a group and a module have in common. */
export interface GraphBody {
  readonly inputs?: GraphPort[]
  readonly outputs?: GraphPort[]
  readonly direction?: 'along' | 'across'
  readonly nodes: DiagramNode[]
  readonly edges: DiagramEdge[]
  readonly texts?: FreeText[]
  readonly frames?: Frame[]
}
