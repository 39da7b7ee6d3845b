// Fields that nobody knows and that are spelt almost like one that is meant: they are kept, but change nothing.
import { nearest } from '../shared/nearest'
import { documentForm, formWithin, type Form } from './forms'
import { plain, type ProblemList } from './problems'
import type { Diagram } from './schema'
import { checks } from './sentences/checks'
import { humanPath } from './shape'

/** Of a file full of unknown fields a few are told. */
const most = 200

/** Such names are for what other programs put in on purpose. */
const ownField = /^(?:x[_-]|[_$])/

export function checkSlips(diagram: Diagram, list: ProblemList) {
  const path: PropertyKey[] = []
  let left = most
  const within = (key: PropertyKey, value: unknown, form: Form) => {
    if (typeof value !== 'object' || value === null || (!form.keys && !form.inner)) return
    path.push(key)
    walk(value, form)
    path.pop()
  }
  const walk = (value: object, form: Form) => {
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) within(index, each, formWithin(form, '*'))
      return
    }
    for (const [name, each] of Object.entries(value)) {
      if (!form.keys || form.keys.includes(name)) within(name, each, formWithin(form, name))
      else if (!ownField.test(name) && left-- > 0) {
        const unused = form.keys.filter((key) => !Object.hasOwn(value, key))
        const meant = nearest(name, unused)
        if (meant) list.warn(humanPath(diagram, [...path, name]), checks.slip({ name: plain(name, 60), meant }))
      }
    }
  }
  walk(diagram, documentForm)
}
