import type { Actor, Scope } from '#app/auth/scope.ts'
import { type Day, instantOf } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { findSchool, findSchoolByCode, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { linkDigest, newSecret } from './link-token.server.ts'
import { type LinkTerms, longestLabel, type WishRefusal, whyNotMade } from './upload-link.rule.ts'
import { insertLink } from './upload-links.queries.server.ts'

export interface LinkWish extends Omit<LinkTerms, 'id' | 'schoolId' | 'expiresAt'> {
  /** 标识码; a school's own account need not say it. */
  schoolCode: string
  label: string
  /** Days from now for which the link is good. */
  lifetime: number
}

export type MakeRefusal = WishRefusal | 'school-unknown' | 'school-closed' | 'holds-number'

export type MadeLink =
  /** `token` is told this once: afterwards nobody can find it out. */
  | { ok: true; token: string; link: LinkTerms & { label: string }; school: SchoolRow }
  | { ok: false; refusal: MakeRefusal }

const dayMs = 86_400_000

/** Makes a link for a school of the scope. */
export async function makeLink(
  db: Db,
  scope: Scope,
  by: Pick<Actor, 'id' | 'name'>,
  wish: LinkWish,
  when: { today: Day; now: Date },
): Promise<MadeLink> {
  const label = Array.from(wish.label.normalize('NFC').trim()).slice(0, longestLabel).join('')
  const refusal = whyNotMade({ ...wish, label })
  if (refusal !== null) return { ok: false, refusal }
  if (holdsPersonalNumber(label)) return { ok: false, refusal: 'holds-number' }
  const school = await schoolOf(db, scope, wish.schoolCode, when.today)
  if (school === undefined) return { ok: false, refusal: 'school-unknown' }
  if (school.closedOn <= when.today) return { ok: false, refusal: 'school-closed' }
  const { sheet, firstDay, lastDay, confirms, usesAllowed } = wish
  const expiresAt = instantOf(new Date(when.now.getTime() + wish.lifetime * dayMs))
  const [id, secret] = [newId(), newSecret()]
  const terms = { id, schoolId: school.id, sheet, firstDay, lastDay, confirms, usesAllowed, expiresAt }
  await inTransaction(db, async tx => {
    await insertLink(tx, {
      ...terms,
      label,
      digest: linkDigest(secret, terms),
      createdBy: by.name,
      createdAt: instantOf(when.now),
    })
    await recordAudit(tx, by, {
      action: 'upload-link.create',
      subjectKind: 'upload-link',
      subjectId: id,
      unitCode: school.unitCode,
      schoolId: school.id,
      detail: { label, sheet, firstDay, lastDay, confirms, usesAllowed, expiresAt },
    })
  })
  return { ok: true, token: id + secret, link: { ...terms, label }, school }
}

async function schoolOf(db: Db, scope: Scope, code: string, today: Day): Promise<SchoolRow | undefined> {
  return scope.kind === 'school'
    ? findSchool(db, scope, scope.schoolId, today)
    : findSchoolByCode(db, scope, code.trim(), today)
}
