import { expect, test } from 'vitest'
import { pack } from '../document/carry'
import { formatOf, openBytes } from './open'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['\ufeff{ "version": 1 }', 'json'],
  ['', 'json'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
  ['<?xml version="1.0"?>\n<!-- drawn --><svg/>', 'svg'],
  ['<!DOCTYPE html><html><svg/></html>', 'html'],
  ['\n<html lang="en"></html>', 'html'],
  ['<mxfile host="Frieze"><diagram/></mxfile>', 'drawio'],
  ['<?xml version="1.0"?>\n<mxGraphModel/>', 'drawio'],
  ['%PDF-1.7', 'pdf'],
  ['PK\u0003\u0004', 'pptx'],
])('what a file is, by its beginning: %j', (text, format) => {
  expect(formatOf(bytes(text))).toBe(format)
})

test('a document in another encoding is refused, not altered', () => {
  const text = '{"version":1,"about":{"title":"Modèle \uFFFD"},"nodes":[],"edges":[]}'
  expect(openBytes(new TextEncoder().encode(text)).ok).toBe(true)
  const latin = Uint8Array.from(text.replace('\uFFFD', ''), (sign) => sign.charCodeAt(0))
  expect(openBytes(latin).problems.map((p) => p.sentence)).toEqual([
    'The file is not text in UTF-8; save it in that encoding.',
  ])
})

test.each([
  ['SVG', '<svg><metadata>%</metadata></svg>'],
  ['a web page', '<!doctype html><html><svg><metadata>%</metadata></svg></html>'],
  ['draw.io', '<mxfile><diagram><mxGraphModel><UserObject friezeDocument="%"/></mxGraphModel></diagram></mxfile>'],
])('%s that was cut in the middle of its document says so', (_, figure) => {
  const packed = pack('{"version":1,"about":{"title":"x"},"nodes":[],"edges":[]}')
  expect(openBytes(bytes(figure.replace('%', packed))).ok).toBe(true)
  const cut = figure.slice(0, figure.indexOf('%')) + packed.slice(0, -20)
  expect(openBytes(bytes(cut)).problems.map((p) => p.sentence)).toEqual([
    'The document in it was cut or altered since it was exported; its checksum does not match.',
  ])
})
