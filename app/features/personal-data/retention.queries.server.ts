import type { Day } from '#app/calendar-day.ts'
import { medicalStates } from '#app/features/applicants/document.rule.ts'
import { deleteDraft } from '#app/features/applications/application-writes.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { ledNowhere, ledToWork } from './retention.rule.ts'

/** What stands where a name stood. */
const nobody = '已匿名'

/**
 * Applications that led nowhere and were decided, of rounds that were over, before the instant; where a round was ended, also those that
 * nobody decided. One that led to a contract is none of them.
 */
export async function outlivedApplications(
  db: Db,
  before: string,
): Promise<{ id: string; applicantId: string }[]> {
  return db
    .selectFrom('application as a')
    .innerJoin('coach_round as r', 'r.id', 'a.round_id')
    .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
    .leftJoin('instructor as i', 'i.application_id', 'a.id')
    .where('w.anonymised_at', 'is', null)
    .where('i.id', 'is', null)
    .where('a.state', '<>', 'DRAFT')
    .where(eb =>
      eb.or([
        eb.and([
          eb('a.state', 'in', ledNowhere),
          eb('a.state_at', '<', before),
          eb(eb.fn.coalesce('r.ended_at', 'r.closes_at'), '<', before),
        ]),
        eb.and([eb('a.state', 'not in', ledToWork), eb('r.ended_at', '<', before)]),
      ]),
    )
    .select(['a.id as id', 'a.applicant_id as applicantId'])
    .orderBy('a.id')
    .execute()
}

/** Takes the person out of an application: it goes to somebody without name, and no words of it stay. */
export async function anonymiseApplication(tx: Tx, id: string, at: string): Promise<void> {
  const tombstone = newId()
  await insertAll(tx, 'applicant', [
    { ...withoutAnything(at), id: tombstone, locale: 'zh-CN', created_at: at, merged_into: null },
  ])
  await clearWords(tx, id)
  await tx
    .updateTable('application')
    .set({ applicant_id: tombstone, slot: id })
    .where('id', '=', id)
    .execute()
}

/** Takes from an application what the person wrote and was told, and the name under which they acted. */
export async function clearWords(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('application_step')
    .set({ actor: nobody, actor_id: null })
    .where('application_id', '=', id)
    .where('actor_id', 'in', eb =>
      eb
        .selectFrom('application as a')
        .innerJoin('applicant as w', 'w.id', 'a.applicant_id')
        .where('a.id', '=', id)
        .where('w.account_id', 'is not', null)
        .select(inner => inner.ref('w.account_id').$notNull().as('account_id')),
    )
    .execute()
  await tx.updateTable('application_step').set({ reason: '' }).where('application_id', '=', id).execute()
  await tx
    .updateTable('application')
    .set({ statement: '', eligibility: '[]', judged_facts: null })
    .where('id', '=', id)
    .execute()
}

/** Profiles that nothing holds any more: no application, no contract, and no use of the account since the instant. */
export async function outlivedProfiles(db: Db, before: string, only?: string): Promise<string[]> {
  const rows = await db
    .selectFrom('applicant as w')
    .leftJoin('application as a', 'a.applicant_id', 'w.id')
    .leftJoin('instructor as i', 'i.person_id', 'w.id')
    .where('w.anonymised_at', 'is', null)
    .where('w.updated_at', '<', before)
    .where('a.id', 'is', null)
    .where('i.id', 'is', null)
    .$if(only !== undefined, q => q.where('w.id', '=', only ?? ''))
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('audit as t')
            .whereRef('t.actor_id', '=', 'w.account_id')
            .where('t.at', '>=', before)
            .select('t.id'),
        ),
      ),
    )
    .select('w.id as id')
    .orderBy('w.id')
    .execute()
  return rows.map(row => row.id)
}

/** Takes all that says who somebody is from the profile, with papers, account and notices; the row itself stays. */
export async function anonymiseProfile(tx: Tx, applicantId: string, at: string): Promise<void> {
  const person = await tx
    .selectFrom('applicant')
    .where('id', '=', applicantId)
    .select('account_id as accountId')
    .executeTakeFirstOrThrow()
  const of = (table: 'applicant_sport' | 'applicant_certificate' | 'applicant_unit') =>
    tx.deleteFrom(table).where('applicant_id', '=', applicantId).execute()
  await of('applicant_sport')
  await of('applicant_certificate')
  await of('applicant_unit')
  await deleteDocuments(tx, await documentsOf(tx, applicantId))
  await forgetChecks(tx, applicantId)
  await tx.updateTable('applicant').set(withoutAnything(at)).where('id', '=', applicantId).execute()
  if (person.accountId !== null) await forgetAccount(tx, person.accountId, at)
}

/** What was asked and planned about somebody who was never engaged; with a contract it belongs to that. */
async function forgetChecks(tx: Tx, applicantId: string): Promise<void> {
  const contract = await tx
    .selectFrom('instructor')
    .where('person_id', '=', applicantId)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  if (contract !== undefined) return
  await tx.deleteFrom('entry_check').where('person_id', '=', applicantId).execute()
  await tx.deleteFrom('coach_training').where('person_id', '=', applicantId).execute()
}

export function withoutAnything(at: string) {
  return {
    account_id: null,
    name: nobody,
    gender: '' as const,
    birth_date: null,
    id_number_sealed: null,
    id_number_lookup: null,
    phone_sealed: null,
    phone_lookup: null,
    email_sealed: null,
    email_lookup: null,
    person_lookup: null,
    education: '' as const,
    graduated_from: '',
    experience_years: 0,
    is_retired_athlete: 0 as const,
    retired_on: null,
    team: '',
    hours_week: null,
    longitude: null,
    latitude: null,
    statement: '',
    updated_at: at,
    anonymised_at: at,
  }
}

/** The row stays, since the audit names it; nobody signs in with it again. */
export async function forgetAccount(tx: Tx, accountId: string, at: string): Promise<void> {
  const login = `erased-${accountId}`.toLowerCase()
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute()
  await tx
    .deleteFrom('notice_delivery')
    .where('notice_id', 'in', eb => eb.selectFrom('notice').where('account_id', '=', accountId).select('id'))
    .execute()
  await tx.deleteFrom('notice').where('account_id', '=', accountId).execute()
  await tx
    .updateTable('account')
    .set({ name: nobody, login, login_key: login, disabled_at: at })
    .where('id', '=', accountId)
    .execute()
}

interface StoredDocument {
  id: string
  fileId: string
  applicantId: string
}

async function documentsOf(db: Db, applicantId: string): Promise<StoredDocument[]> {
  return storedDocuments(db).where('d.applicant_id', '=', applicantId).execute()
}

/**
 * Medicals handed in before the day by people of whom nothing is being decided, or was since that day. Only applications
 * that came as far as the medical keep it: no other office looks at it.
 */
export async function outlivedMedicals(db: Db, before: string): Promise<StoredDocument[]> {
  return storedDocuments(db)
    .where('d.kind', '=', 'MEDICAL')
    .where('d.created_at', '<', before)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('application as a')
            .whereRef('a.applicant_id', '=', 'd.applicant_id')
            .where(inner =>
              inner.or([
                inner('a.state', 'in', ['MEDICAL', 'VETTING', 'PUBLICITY']),
                inner.and([
                  inner('a.state_at', '>=', before),
                  inner.or([
                    inner('a.state', 'in', ledToWork),
                    inner.exists(
                      inner
                        .selectFrom('application_step as s')
                        .whereRef('s.application_id', '=', 'a.id')
                        .where('s.to_state', 'in', medicalStates)
                        .select('s.application_id'),
                    ),
                  ]),
                ]),
              ]),
            )
            .select('a.id'),
        ),
      ),
    )
    .execute()
}

function storedDocuments(db: Db) {
  return db
    .selectFrom('applicant_document as d')
    .select(['d.id as id', 'd.file_id as fileId', 'd.applicant_id as applicantId'])
    .orderBy('d.id')
}

export async function deleteDocuments(tx: Tx, documents: readonly StoredDocument[]): Promise<void> {
  for (const { id, fileId } of documents) {
    await tx.deleteFrom('sealed_file').where('id', '=', fileId).execute()
    await tx.deleteFrom('applicant_document').where('id', '=', id).execute()
  }
}

/** Drafts last touched before the day, of rounds that had closed by then too. */
export async function outlivedDrafts(db: Db, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('application as a')
    .innerJoin('coach_round as r', 'r.id', 'a.round_id')
    .where('a.state', '=', 'DRAFT')
    .where('a.state_at', '<', before)
    .where('r.closes_at', '<', before)
    .select('a.id as id')
    .orderBy('a.id')
    .execute()
  return rows.map(row => row.id)
}

export async function deleteDrafts(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of ids) await deleteDraft(tx, id)
}

/** Objections of rounds that were over before the instant: who said what is no longer needed, that somebody did is. */
export async function blankObjections(tx: Tx, before: string): Promise<number> {
  const blanked = await tx
    .updateTable('objection')
    .set({ name: nobody, contact_sealed: '', text: '', answer: '' })
    .where('contact_sealed', '<>', '')
    .where('received_at', '<', before)
    .where('post_id', 'in', eb =>
      eb
        .selectFrom('coach_post as p')
        .innerJoin('coach_round as r', 'r.id', 'p.round_id')
        .where(inner => inner(inner.fn.coalesce('r.ended_at', 'r.closes_at'), '<', before))
        .select('p.id'),
    )
    .executeTakeFirstOrThrow()
  return Number(blanked.numUpdatedRows)
}

/** The same of answered objections to notices of titles that were over before the day; one that waits is kept for its answer. */
export async function blankTitleObjections(tx: Tx, before: Day): Promise<number> {
  const blanked = await tx
    .updateTable('title_objection')
    .set({ name: nobody, contact: '', text: '', answer: '' })
    .where('contact', '<>', '')
    .where('status', '<>', 'received')
    .where('notice_id', 'in', eb => eb.selectFrom('title_notice').where('ends_on', '<', before).select('id'))
    .executeTakeFirstOrThrow()
  return Number(blanked.numUpdatedRows)
}
