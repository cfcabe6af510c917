import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { certificatesInBatch } from './certificates.queries.server.ts'
import { whyNotDesignated } from './designate.rule.ts'
import { candidatesToDesignate } from './designate-candidates.server.ts'
import { isRunning } from './notice.rule.ts'
import { countNoticeLines, findNotice, listNotices, noticeLinesOf } from './notices.queries.server.ts'
import { countObjections, noObjections, objectionsInBatch } from './objections.queries.server.ts'
import { namesOfSports } from './read-title-application.server.ts'
import { listTitleApplications, type TitleApplication } from './title-applications.queries.server.ts'

/** Every notice with how many schools it names and what became of objections, for everybody; of one batch where asked. */
export async function readNotices(db: Db, asked: { today: Day; batchId?: string }) {
  const { today, ...only } = asked
  const [schools, objections] = [await countNoticeLines(db), await countObjections(db)]
  return (await listNotices(db, only)).map(notice => ({
    ...notice,
    isRunning: isRunning(notice, today),
    schools: schools.get(notice.id) ?? 0,
    objections: objections.get(notice.id) ?? noObjections,
  }))
}

/** A notice as it was published, and what became of objections; nobody's name, and no id of an application. */
export async function readNotice(db: Db, id: string, today: Day) {
  const notice = await findNotice(db, id)
  if (notice === undefined) return null
  const lines = await noticeLinesOf(db, id)
  return {
    notice,
    isRunning: isRunning(notice, today),
    lines: lines.map(({ position, schoolName, unitName, sports }) => ({
      ...{ position, schoolName, unitName, sports },
    })),
    objections: (await countObjections(db)).get(id) ?? noObjections,
  }
}

/** What the city needs before it when it puts up a notice or answers objections; null for no such batch. */
export async function readBatchNotices(
  db: Db,
  scope: Scope,
  asked: { batchId: string; today: Day; locale: Locale },
) {
  const { batchId, today, locale } = asked
  const batch = await findBatch(db, batchId, { announcedOnly: true })
  if (batch === undefined) return null
  const waiting = await listTitleApplications(db, scope, {
    ...{ asOf: today, batchId },
    states: ['SHORTLISTED'],
  })
  return {
    batch: { id: batch.id, name: batch.name, publicityDays: batch.publicityDays },
    waiting: await Promise.all(waiting.map(one => shown(db, one, locale))),
    notices: await readNotices(db, { today, batchId }),
    objections: await objectionsInBatch(db, batchId),
  }
}

async function shown(db: Db, one: TitleApplication, locale: Locale) {
  const { id, schoolName, unitName, sports } = one
  return { id, schoolName, unitName, sports: (await namesOfSports(db, sports, locale)).join('、') }
}

/** The schools of a batch on notices, and why one cannot be named today; null for no such batch. */
export async function readToDesignate(
  db: Db,
  scope: Scope,
  asked: { batchId: string; today: Day; locale: Locale },
) {
  const { batchId, today, locale } = asked
  const batch = await findBatch(db, batchId, { announcedOnly: true })
  if (batch === undefined) return null
  const { id, name, validFrom, validTo } = batch
  const terms = { namedOn: today, today, validFrom, validTo }
  const candidates = await candidatesToDesignate(db, scope, { batch, today })
  return {
    batch: { id, name, validFrom, validTo },
    schools: await Promise.all(
      candidates.map(async ({ application, school }) => ({
        ...(await shown(db, application, locale)),
        noticeEndsOn: school.noticeEndsOn,
        why: whyNotDesignated(school, terms),
      })),
    ),
  }
}

/** The schools named in a batch, a list a document; null for no such batch. */
export async function readCertificateLists(db: Db, batchId: string) {
  const batch = await findBatch(db, batchId, { announcedOnly: true })
  if (batch === undefined) return null
  const certificates = await certificatesInBatch(db, batchId)
  const keys = [...new Set(certificates.map(one => `${one.namedOn} ${one.document}`))]
  return {
    batch: { id: batch.id, name: batch.name },
    schools: certificates.length,
    lists: keys.map(key => {
      const named = certificates.filter(one => `${one.namedOn} ${one.document}` === key)
      const { level, document, organisers, namedOn } = named[0]!
      return {
        ...{ level, document, organisers, namedOn },
        lines: named.map(({ number, unitName, schoolName, sports }, at) => ({
          ...{ position: at + 1, number, unitName, schoolName, sports },
        })),
      }
    }),
  }
}
