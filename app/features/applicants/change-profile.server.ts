import { type Day, inCity, instantOf } from '#app/calendar-day.ts'
import { isPersonName } from '#app/features/accounts/account.rule.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { coachTitleOf } from '#app/features/coaching/grades.rule.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { findSport } from '#app/features/sports/sports.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import type { Address } from './address.rule.ts'
import {
  type Background,
  deleteCertificate,
  deleteSport,
  insertCertificate,
  insertConsent,
  saveAddress,
  saveBackground,
  saveIdentity,
  saveSport,
  saveUnits,
  unlessTaken,
  withdrawConsents,
} from './applicant-writes.queries.server.ts'
import {
  type ApplicantCertificate,
  type ApplicantRow,
  type ApplicantSport,
  type Consent,
  certificatesOfApplicant,
  isIdentityRelied,
  lockedApplicantOf,
} from './applicants.queries.server.ts'
import { consentVersions } from './consent.rule.ts'
import { holdsIdNumber, readIdNumber } from './id-number.rule.ts'
import type { ProfileRefusal } from './profile.rule.ts'
import { proveCode } from './prove-code.server.ts'

/** Somebody signed in who keeps a profile of their own. */
interface Owner {
  id: string
  name: string
}

export type ProfileResult = { ok: true } | { ok: false; refusal: ProfileRefusal }

/**
 * Name and ID number; birth date and sex are what the number says. They stand once somebody relies on them: a clear entry
 * check is of the person who was queried (domain.md 9.5).
 */
export async function changeIdentity(
  db: Db,
  owner: Owner,
  given: { name: string; idNumber: string },
  at: string,
): Promise<ProfileResult> {
  const name = given.name.trim()
  if (!isPersonName(name)) return { ok: false, refusal: 'bad-name' }
  const reading = readIdNumber(given.idNumber, inCity(at).slice(0, 10))
  if (!reading.ok) return reading
  const { number, birthDate, gender } = reading
  return inTransaction(db, async tx => {
    const applicant = await lockedApplicantOf(tx, owner.id)
    if (applicant === undefined) return { ok: false, refusal: 'no-profile' }
    if (await isIdentityRelied(tx, applicant.id)) return { ok: false, refusal: 'identity-fixed' }
    await saveIdentity(tx, applicant.id, { name, number, birthDate, gender }, at)
    await recordChange(tx, owner, applicant, 'identity')
    return { ok: true }
  })
}

/** Education, career and wishes, with the units in which the person would work, best first. */
export async function changeBackground(
  db: Db,
  owner: Owner,
  given: Background & { units: readonly string[] },
  today: Day,
  at: string,
): Promise<ProfileResult> {
  if (given.retiredOn !== null && given.retiredOn > today) return { ok: false, refusal: 'day-to-come' }
  if (holdsPersonalNumber(`${given.graduatedFrom}\n${given.team}`))
    return { ok: false, refusal: 'holds-number' }
  return change(db, owner, 'background', async (tx, applicant) => {
    await saveBackground(tx, applicant.id, given, at)
    await saveUnits(tx, applicant.id, [...new Set(given.units)])
  })
}

/** A sport with its grade and best result; what was said of the sport before is replaced. */
export async function changeSport(
  db: Db,
  owner: Owner,
  sport: ApplicantSport,
  today: Day,
): Promise<ProfileResult> {
  if ((await findSport(db, sport.sport)) === undefined) return { ok: false, refusal: 'sport-unknown' }
  if (sport.gradedOn !== null && sport.gradedOn > today) return { ok: false, refusal: 'day-to-come' }
  if (holdsPersonalNumber(sport.resultText) || holdsIdNumber(sport.gradeNumber))
    return { ok: false, refusal: 'holds-number' }
  return change(db, owner, 'sport', (tx, applicant) => saveSport(tx, applicant.id, sport))
}

export async function removeSport(db: Db, owner: Owner, sport: string): Promise<ProfileResult> {
  return change(db, owner, 'sport', (tx, applicant) => deleteSport(tx, applicant.id, sport))
}

/**
 * A paper; a coach title of the old or the new system is brought to one scale, and its own words are kept. The same paper
 * entered again, as by a second click, stands once.
 */
export async function addCertificate(
  db: Db,
  owner: Owner,
  given: Omit<ApplicantCertificate, 'id'>,
  today: Day,
): Promise<ProfileResult> {
  const { kind, literal, issuedOn, expiresOn } = given
  if (issuedOn !== null && issuedOn > today) return { ok: false, refusal: 'day-to-come' }
  if (holdsPersonalNumber(literal) || holdsIdNumber(given.number))
    return { ok: false, refusal: 'holds-number' }
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn)
    return { ok: false, refusal: 'expires-before-issued' }
  if (kind === 'TEACHER' && given.level === '') return { ok: false, refusal: 'level-missing' }
  const title = kind === 'COACH_TITLE' ? coachTitleOf(literal) : null
  if (kind === 'COACH_TITLE' && title === null) return { ok: false, refusal: 'title-unknown' }
  const level = kind === 'COACH_TITLE' ? (title ?? '') : kind === 'TEACHER' ? given.level : ''
  const paper = { kind, literal, level, number: given.number, issuedOn, expiresOn }
  return change(db, owner, 'certificate', async (tx, applicant) => {
    const held = await certificatesOfApplicant(tx, applicant.id)
    if (!held.some(one => isSamePaper(one, paper))) await insertCertificate(tx, applicant.id, paper)
  })
}

type Paper = Omit<ApplicantCertificate, 'id'>

function isSamePaper(one: Paper, other: Paper): boolean {
  const columns = ['kind', 'literal', 'level', 'number', 'issuedOn', 'expiresOn'] as const
  return columns.every(column => one[column] === other[column])
}

export async function removeCertificate(db: Db, owner: Owner, id: string): Promise<ProfileResult> {
  return change(db, owner, 'certificate', (tx, applicant) => deleteCertificate(tx, applicant.id, id))
}

/** Another number or address, once a code proved that it is theirs. */
export async function changeContact(
  db: Db,
  owner: Owner,
  given: { address: Address; code: string },
  now: Date,
): Promise<ProfileResult> {
  const { address, code } = given
  if (!(await proveCode(db, { purpose: 'CONTACT', address, code }, now)))
    return { ok: false, refusal: 'wrong-code' }
  const refusal = await unlessTaken(db, async tx => {
    const applicant = await lockedApplicantOf(tx, owner.id)
    if (applicant === undefined) return 'no-profile'
    await saveAddress(tx, applicant.id, address, instantOf(now))
    await recordChange(tx, owner, applicant, 'contact')
    return null
  })
  return refusal === null ? { ok: true } : { ok: false, refusal }
}

/** Agrees to a purpose as it is worded now, or takes that back; each with its time. */
export async function changeConsent(
  db: Db,
  owner: Owner,
  given: { purpose: Consent['purpose']; agrees: boolean },
  at: string,
): Promise<ProfileResult> {
  const { purpose, agrees } = given
  return change(db, owner, agrees ? 'consent' : 'consent-withdrawn', async (tx, applicant) => {
    await withdrawConsents(tx, applicant.id, purpose, at)
    if (agrees) await insertConsent(tx, applicant.id, { purpose, version: consentVersions[purpose], at })
  })
}

async function change(
  db: Db,
  owner: Owner,
  part: string,
  work: (tx: Tx, applicant: ApplicantRow) => Promise<void>,
): Promise<ProfileResult> {
  return inTransaction(db, async tx => {
    const applicant = await lockedApplicantOf(tx, owner.id)
    if (applicant === undefined) return { ok: false, refusal: 'no-profile' }
    await work(tx, applicant)
    await recordChange(tx, owner, applicant, part)
    return { ok: true }
  })
}

/** The audit tells which part of a profile changed, and nothing of what it says. */
async function recordChange(tx: Tx, owner: Owner, { id }: ApplicantRow, part: string): Promise<void> {
  await recordAudit(tx, owner, {
    action: 'applicant.change',
    subjectKind: 'applicant',
    subjectId: id,
    detail: { part },
  })
}
