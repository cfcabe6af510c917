import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, WordKind, WordOwnerKind } from '#db/tables.ts'
import type { Owner, Vocabularies } from './word.rule.ts'
import { mayKeepWords, ownOf, promotesTo } from './word-permission.rule.ts'
import { type KeptWord, listWords } from './words.queries.server.ts'

export interface ShownWord {
  id: string
  kind: WordKind
  word: string
  meaningName: string
  ownerKind: WordOwnerKind
  /** '' for the city. */
  ownerName: string
  addedBy: string
  updatedAt: string
  mayKeep: boolean
  /** To whom the reader may make it known; null where nobody is wider, or knows a meaning of it already. */
  promotesTo: 'toUnit' | 'toCity' | null
}

/** The words that somebody sees: their own, those of the owners below, and those of the owners above. */
export async function showWords(
  db: Db,
  scope: Scope,
  asked: { today: Day; mayKeep: boolean },
  vocabularies: Vocabularies,
): Promise<{ own: ShownWord[]; ofUnits: ShownWord[]; ofSchools: ShownWord[]; wider: ShownWord[] }> {
  const words = await listWords(db, scope, { asOf: asked.today })
  const own = ownOf(scope)
  const known = new Set(words.map(word => keyOf(word.owner, word)))
  const shown = (word: KeptWord): ShownWord => {
    const { id, kind, addedBy, updatedAt, owner, ownerName } = word
    const wider = asked.mayKeep ? promotesTo(scope, owner) : null
    const isKnown = wider === null || known.has(keyOf(wider, word))
    const { meanings } = vocabularies[kind]
    return {
      ...{ id, kind, word: word.word, addedBy, updatedAt, ownerKind: owner.kind, ownerName },
      meaningName: meanings.find(one => one.code === word.meaning)?.name ?? word.meaning,
      mayKeep: asked.mayKeep && mayKeepWords(scope, owner),
      promotesTo: isKnown ? null : wider.kind === 'unit' ? 'toUnit' : 'toCity',
    }
  }
  const isOwn = ({ owner }: KeptWord) => owner.kind === own?.kind && owner.id === own.id
  const others = words.filter(word => !isOwn(word))
  const below = others.filter(({ owner }) => mayKeepWords(scope, owner))
  return {
    own: words.filter(isOwn).map(shown),
    ofUnits: below.filter(({ owner }) => owner.kind === 'unit').map(shown),
    ofSchools: below.filter(({ owner }) => owner.kind === 'school').map(shown),
    wider: others.filter(({ owner }) => !mayKeepWords(scope, owner)).map(shown),
  }
}

function keyOf(owner: Owner, { kind, key }: { kind: WordKind; key: string }): string {
  return [owner.kind, owner.id, kind, key].join(' ')
}
