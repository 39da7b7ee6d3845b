// Words, expressions and parameters as the file holds them; parts of `schema.ts`.
import { z } from 'zod'

/** One string for all languages, or one per language. */
export const wordsSchema = z.union([z.string(), z.record(z.string(), z.string())])

/** A number, or an expression over the symbols in scope: `4 * width`. */
export const expressionSchema = z.union([z.number(), z.string()])

/**
 * What the block's field or the module's parameter takes; of blocks that this version does not know, anything. What is not
 * a single size may depend on symbols: `{ "if": "is_causal", "is": "causal", "else": "full" }`.
 */
export const paramSchema = z.union([
  z.number(),
  z.string(),
  z.boolean(),
  z.array(z.unknown()),
  z.record(z.string(), z.unknown()),
])
