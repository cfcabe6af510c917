import { z } from 'zod'
import type { WordKind } from '#db/tables.ts'
import type { WordRefusal } from './keep-words.server.ts'
import { type Vocabularies, wordKinds } from './word.rule.ts'

/** A value as one field of a form holds it: its kind and its code. */
const value = z
  .string()
  .regex(/^(sport|activity-kind|venue-kind):[A-Za-z_]{1,30}$/)
  .transform(text => {
    const [kind = '', code = ''] = text.split(':')
    return { kind: kind as WordKind, code }
  })

export const AddWordForm = z.object({ word: z.string().max(200), value })
export const ChangeWordForm = z.object({ value })

/** All values by kind, as a form offers them. */
export function optionsOf(vocabularies: Vocabularies, kinds: readonly WordKind[] = wordKinds) {
  return kinds.map(kind => ({
    kind,
    values: vocabularies[kind].meanings.map(({ code, name }) => ({ value: `${kind}:${code}`, name })),
  }))
}

/** The field at which a refusal is shown. */
export function fieldOfRefusal(refusal: WordRefusal): 'word' | 'value' {
  return refusal === 'meaning-unknown' ? 'value' : 'word'
}
