import { beforeEach, expect, test, vi } from 'vitest'
import { blocks } from '../blocks'
import { runFrieze } from './frieze.fixture'

beforeEach(() => vi.restoreAllMocks())

test('every block is listed with its ports and parameters', async () => {
  const { code, out, err } = await runFrieze('blocks', '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const listed = (JSON.parse(out) as { blocks: { block: string; params: { name: string }[]; outputs: unknown[] }[] })
    .blocks
  expect(listed.map((each) => each.block)).toEqual(blocks.map((block) => block.type))
  for (const [index, each] of listed.entries())
    expect(each.params.map((param) => param.name)).toEqual(Object.keys(blocks[index]!.fields))
})

test('one is described in words, and a misspelt one is told its name', async () => {
  const { out } = await runFrieze('blocks', 'crossAttention', 'joinTokens')
  expect(out).toMatch(/^crossAttention: Cross-attention\. /)
  expect(out).toContain('\n  in    x: tokens, context: tokens, mask?: mask\n  out   x: tokens\n  heads = 12   ')
  expect(out).toContain('\njoinTokens: ')
  const wrong = await runFrieze('blocks', 'CrossAttention2')
  expect(wrong).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toBe('There is no block “CrossAttention2”; perhaps “crossAttention” is meant.\n')
})
