// A step of the lecture, as the file holds it; a part of `schema.ts`.
import { z } from 'zod'
import { paramSchema, wordsSchema } from './valueSchemas'

/** Little live figures that explain what a box cannot. */
export const lensKinds = ['contrastive', 'routing', 'mask', 'resampler', 'gate', 'patches', 'causality'] as const

export const cameraSchema = z.union([
  z.enum(['all', 'focus']),
  /** In pixels of the layout. */
  z.looseObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
])

/**
 * A step of the lecture. What it does not state it inherits from the one before, the first from `view`; its words, its
 * lens, what stands beside it and its quiz are its own.
 */
export const stepSchema = z.looseObject({
  title: wordsSchema.optional(),
  /** For the audience. */
  text: wordsSchema.optional(),
  /** For the speaker. */
  notes: wordsSchema.optional(),
  /** Paths; all else is dimmed. Empty: nothing is. Side by side, only what differs of it is marked. */
  focus: z.array(z.string()).optional(),
  /** Paths of what is not revealed yet; it keeps its place. */
  hidden: z.array(z.string()).optional(),
  unfolded: z.array(z.string()).optional(),
  variant: z.string().optional(),
  phase: z.string().optional(),
  shapes: z.enum(['off', 'main', 'all']).optional(),
  /** The way back of the gradient is drawn. */
  gradients: z.boolean().optional(),
  /** Tokens travel the edges. */
  flow: z.boolean().optional(),
  /** The whole picture, what is in focus, or a part of the page. */
  camera: cameraSchema.optional(),
  /** A lens of a kind that this version does not know is kept and not shown. */
  lens: z
    .looseObject({ kind: z.string(), node: z.string().optional(), set: z.record(z.string(), paramSchema).optional() })
    .optional(),
  /** Side by side: one of the `companions`, or else the same diagram, in a variant or phase of its own. */
  beside: z
    .looseObject({
      diagram: z.string().optional(),
      variant: z.string().optional(),
      phase: z.string().optional(),
      /** What stands open in it; absent: as its own view has it, and the same diagram as the step has it. */
      unfolded: z.array(z.string()).optional(),
    })
    .optional(),
  /** What is asked for, and hidden until it is revealed. */
  quiz: z.array(z.enum(['labels', 'states', 'shapes'])).optional(),
})
