import { expect, test } from 'vitest'
import { changedAddress, linkAddress, readAddress, type AddressChange } from './address'

const page = new URL('https://example.org/frieze/')

test('an address says nothing but where the page is', () => {
  expect(readAddress(page)).toEqual({ hash: '', isEmbedded: false, hasStep: false })
})

test.each<AddressChange>([
  { diagram: 'clip' },
  { talk: 0 },
  { talk: 4, diagram: 'flamingo' },
  { presenter: 'a b&c', talk: undefined },
])('what is said is read again: %j', (change) => {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  expect(readAddress(changedAddress(page, change))).toMatchObject(said)
  expect(
    changedAddress(changedAddress(page, change), { diagram: undefined, talk: undefined, presenter: undefined }),
  ).toEqual(page)
})

test('what is not named stays', () => {
  const address = new URL('?diagram=clip&talk=3&theme=dark#d=xyz', page)
  expect(changedAddress(address, { talk: 5 }).href).toBe(`${page.href}?diagram=clip&talk=6&theme=dark#d=xyz`)
  expect(changedAddress(address, { hash: undefined, talk: undefined }).href).toBe(
    `${page.href}?diagram=clip&theme=dark`,
  )
  expect(linkAddress(address, '#d=other').href).toBe(`${page.href}#d=other`)
})

test.each(['talk=0', 'talk=-2', 'talk=', 'talk=soon', 'theme=pink', 'lang=tlh'])('%s says nothing', (search) => {
  const { talk, theme, language } = readAddress(new URL(`?${search}`, page))
  expect({ talk, theme, language }).toEqual({ talk: undefined, theme: undefined, language: undefined })
})
