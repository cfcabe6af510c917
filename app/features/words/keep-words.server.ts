import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx, WordKind } from '#db/tables.ts'
import { aliasKey, inTransaction, isUniqueViolation } from '#db/write.server.ts'
import type { Owner, Vocabulary, WordProblem } from './word.rule.ts'
import { wordProblem } from './word.rule.ts'
import { mayKeepWords, ownOf, type PlacedOwner, promotesTo } from './word-permission.rule.ts'
import { deleteWord, findWord, insertWords, updateMeaning, wordOf } from './words.queries.server.ts'

export type WordRefusal = WordProblem | 'meant-otherwise'

export type WordResult =
  | { ok: true }
  | { ok: false; refusal: WordRefusal }
  | { ok: false; refusal: 'not-found' | 'not-allowed' }

interface Actor {
  id: string | null
  name: string
}

interface Moment {
  today: Day
  now: string
}

/**
 * Keeps what a word means: for a school where one is given, else for whom the scope itself stands. Teaching the same
 * again is no mistake; another meaning of a known word is refused, since it would be taken back unseen.
 */
export async function teachWord(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { schoolId: string | null; kind: WordKind; word: string; meaning: string } & Moment,
  vocabulary: Vocabulary,
): Promise<WordResult> {
  const owner = await ownerOf(db, scope, input)
  if (owner === null) return { ok: false, refusal: 'not-found' }
  if (!mayKeepWords(scope, owner)) return { ok: false, refusal: 'not-allowed' }
  const { kind, meaning } = input
  const word = input.word.trim()
  const problem = wordProblem({ word, key: aliasKey(word), meaning }, vocabulary)
  if (problem !== null) return { ok: false, refusal: problem }
  return keep(db, by, { owner, kind, word, meaning, action: 'word.add' }, input)
}

async function ownerOf(
  db: Db,
  scope: Scope,
  { schoolId, today }: { schoolId: string | null; today: Day },
): Promise<PlacedOwner | null> {
  const own = ownOf(scope)
  const id = own?.kind === 'school' ? own.id : schoolId
  if (own === null) return null
  if (id === null) return { ...own, unitCode: own.kind === 'unit' ? own.id : null }
  const school = await findSchool(db, scope, id, today)
  return school === undefined ? null : { kind: 'school', id, unitCode: school.unitCode }
}

/** Makes a word known to the next wider owner whom the scope speaks for. The narrower one keeps its own. */
export async function promoteWord(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string } & Moment,
  vocabularyOf: (kind: WordKind) => Vocabulary,
): Promise<WordResult> {
  const known = await findWord(db, scope, input.id, input.today)
  if (known === undefined) return { ok: false, refusal: 'not-found' }
  const wider = promotesTo(scope, known.owner)
  if (wider === null) return { ok: false, refusal: 'not-allowed' }
  const problem = wordProblem(known, vocabularyOf(known.kind))
  if (problem !== null) return { ok: false, refusal: problem }
  const { kind, word, meaning } = known
  const owner = { ...wider, unitCode: wider.kind === 'unit' ? wider.id : null }
  return keep(db, by, { owner, kind, word, meaning, action: 'word.promote', from: known.owner }, input)
}

interface ToKeep {
  owner: PlacedOwner
  kind: WordKind
  word: string
  meaning: string
  action: 'word.add' | 'word.promote'
  from?: Owner
}

async function keep(db: Db, by: Actor, word: ToKeep, { now }: Moment): Promise<WordResult> {
  const answerOf = (known: { meaning: string } | undefined): WordResult | null => {
    if (known === undefined) return null
    return known.meaning === word.meaning ? { ok: true } : { ok: false, refusal: 'meant-otherwise' }
  }
  const key = aliasKey(word.word)
  try {
    return await inTransaction(db, async tx => {
      const known = answerOf(await wordOf(tx, word.owner, word.kind, key))
      if (known !== null) return known
      const { owner, kind, meaning } = word
      const [id = ''] = await insertWords(
        tx,
        [{ owner, kind, word: word.word, key, meaning, addedBy: by.name }],
        now,
      )
      const { from } = word
      await audit(tx, by, word.action, {
        ...{ id, owner, kind, word: word.word },
        detail: { meaning, ...(from !== undefined && { from: `${from.kind} ${from.id}` }) },
      })
      return { ok: true }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // Somebody else was first: what they said decides.
    return answerOf(await wordOf(db, word.owner, word.kind, key)) ?? { ok: false, refusal: 'meant-otherwise' }
  }
}

/** Gives a word another meaning, from the next upload on. */
export async function changeWord(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; meaning: string } & Moment,
  vocabularyOf: (kind: WordKind) => Vocabulary,
): Promise<WordResult> {
  const known = await findWord(db, scope, input.id, input.today)
  if (known === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayKeepWords(scope, known.owner)) return { ok: false, refusal: 'not-allowed' }
  const { meaning, now } = input
  if (meaning === known.meaning) return { ok: true }
  const problem = wordProblem({ ...known, meaning }, vocabularyOf(known.kind))
  if (problem !== null) return { ok: false, refusal: problem }
  return inTransaction(db, async tx => {
    const change = { seen: known.meaning, meaning, by: by.name, at: now }
    if (!(await updateMeaning(tx, known.id, change))) return { ok: false, refusal: 'not-found' }
    await audit(tx, by, 'word.change', { ...known, detail: { before: known.meaning, after: meaning } })
    return { ok: true }
  })
}

/** Forgets a word: the next upload asks about it again. */
export async function removeWord(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; today: Day },
): Promise<WordResult> {
  const known = await findWord(db, scope, input.id, input.today)
  if (known === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayKeepWords(scope, known.owner)) return { ok: false, refusal: 'not-allowed' }
  return inTransaction(db, async tx => {
    if (!(await deleteWord(tx, known.id, known.meaning))) return { ok: false, refusal: 'not-found' }
    await audit(tx, by, 'word.remove', { ...known, detail: { meaning: known.meaning } })
    return { ok: true }
  })
}

function audit(
  tx: Tx,
  by: Actor,
  action: string,
  of: { id: string; owner: PlacedOwner; kind: WordKind; word: string; detail: Record<string, string> },
): Promise<void> {
  const { id, owner, kind, word, detail } = of
  return recordAudit(tx, by, {
    ...{ action, subjectKind: 'word', subjectId: id },
    unitCode: owner.unitCode,
    schoolId: owner.kind === 'school' ? owner.id : null,
    detail: { kind, word, owner: owner.kind, ...detail },
  })
}
