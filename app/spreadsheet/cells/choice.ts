import { type Cell, rawOf } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, reject } from './codes.ts'
import { compact, normalise, roundBrackets } from './normalise.ts'
import { open } from './opening.ts'

export interface Option<T> {
  value: T
  /** Every spelling; the first is the proper one. */
  names: string[]
}

/** One of a closed set of values, by any of its names; candidates are the options whose names share a piece. */
export function readChoice<T>(cell: Cell | undefined, options: readonly Option<T>[]): Reading<T> {
  const opening = open<T>(cell)
  if (opening.is === 'answer') return opening.answer
  const text = plain(rawOf(cell))
  const exact = options.filter(({ names }) => names.some(name => plain(name) === text))
  const [only] = exact
  if (exact.length === 1 && only) return accept(only.value)
  const near = options.filter(({ names }) => names.some(name => akin(plain(name), text)))
  const allowed = options.map(({ names }) => names[0] ?? '').join('、')
  if (near.length > 0)
    return ask(
      'choice.unclear',
      near.map(({ value }) => value),
      { allowed },
    )
  return reject('choice.unknown', { allowed })
}

function plain(text: string): string {
  return compact(roundBrackets(normalise(text)).text)
    .replace(/[。,;]$/, '')
    .toLowerCase()
}

function akin(name: string, text: string): boolean {
  return name !== '' && text.length > 1 && (name.includes(text) || (name.length > 1 && text.includes(name)))
}
