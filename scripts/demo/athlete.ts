import { addDays, addYears, type Day } from '#app/calendar-day.ts'
import {
  insertApplicant,
  insertCertificate,
  insertConsent,
  saveBackground,
  saveIdentity,
  saveSport,
  saveUnits,
} from '#app/features/applicants/applicant-writes.queries.server.ts'
import { consentPurposes, consentVersions } from '#app/features/applicants/consent.rule.ts'
import type { Tx } from '#db/tables.ts'

/** An ID number of the standard's kind that belongs to nobody, and a phone number kept for tests. */
const idNumber = '320706199901010014'
const phone = '13800138000'

/** The profile of the demo account `athlete`: a retired footballer of master grade who may apply at once. */
export async function insertAthlete(
  tx: Tx,
  account: { id: string; name: string },
  today: Day,
): Promise<void> {
  const at = `${addDays(today, -20)} 02:00:00.000`
  const { id: accountId, name } = account
  const id = await insertApplicant(tx, {
    accountId,
    name,
    address: { channel: 'sms', value: phone },
    locale: 'zh-CN',
    at,
  })
  await saveIdentity(tx, id, { name, number: idNumber, birthDate: '1999-01-01', gender: 'M' }, at)
  const background = {
    education: 'BACHELOR' as const,
    graduatedFrom: '演示体育学院',
    experienceYears: 2,
    isRetiredAthlete: true,
    retiredOn: addYears(today, -1),
    team: '演示省青年足球队',
    hoursWeek: 20,
  }
  await saveBackground(tx, id, background, at)
  await saveUnits(tx, id, ['320722', '320706'])
  await saveSport(tx, id, {
    sport: 'football',
    grade: 'MASTER',
    gradeNumber: '演示2018-0118',
    gradedOn: '2018-06-01',
    result: 'NATIONAL_TOP3',
    resultText: '演示全国青年锦标赛第三名',
  })
  const teacher = { kind: 'TEACHER' as const, literal: '体育与健康', level: 'junior', number: '演示-1' }
  await insertCertificate(tx, id, { ...teacher, issuedOn: '2022-07-01', expiresOn: null })
  for (const purpose of consentPurposes)
    await insertConsent(tx, id, { purpose, version: consentVersions[purpose], at })
}
