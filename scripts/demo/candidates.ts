import { addDays, type Day, openEnd } from '#app/calendar-day.ts'
import {
  insertApplicant,
  insertConsent,
  saveBackground,
  saveIdentity,
  saveSport,
  saveUnits,
} from '#app/features/applicants/applicant-writes.queries.server.ts'
import { consentPurposes, consentVersions } from '#app/features/applicants/consent.rule.ts'
import { readIdNumber } from '#app/features/applicants/id-number.rule.ts'
import { applyToPost } from '#app/features/applications/apply-to-post.server.ts'
import { listPosts, type Post } from '#app/features/posts/posts.queries.server.ts'
import { windowState } from '#app/features/posts/round.rule.ts'
import { sampleAccount } from '#db/samples.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, inTransaction } from '#db/write.server.ts'
import { type Random, seededRandom } from './random.ts'

const soughtPosts = 8
const candidatesEach = 3
const names = ['周子涵', '吴浩宇', '郑欣怡', '王思远', '冯晓彤', '陈嘉豪', '褚若曦', '卫明哲'] as const

interface Person {
  login: string
  name: string
  birthDate: Day
  sport: string
}

/** People of the demo city who applied to open posts of 东海 in the days before, by the command of the page itself. */
export async function insertCandidates(db: Db, today: Day, passwordHash: string): Promise<number> {
  const random = seededRandom(93)
  const now = `${today} 02:00:00.000`
  const open = (await listPosts(db, { kind: 'city' }, { unitCode: '320722', status: 'published' }))
    .filter(post => windowState(post.round, now) === 'open')
    .slice(0, soughtPosts)
  let applied = 0
  for (const [at, post] of open.entries())
    for (let each = 0; each < candidatesEach; each += 1) {
      const person = personFor(at * candidatesEach + each, post, random)
      const account = sampleAccount({ ...accountOf(person), password_hash: passwordHash, created_at: now })
      await inTransaction(db, tx => insertPerson(tx, account, person, random, today))
      const days = random.between(1, 6)
      const result = await applyToPost(db, account, {
        postNumber: post.number,
        statement: `训练${random.between(6, 14)}年，愿到学校带队。`,
        at: `${addDays(today, -days)} 0${random.between(1, 9)}:${random.between(10, 59)}:00.000`,
      })
      if (result.ok) applied += 1
      if (at + each === 0) await registerAgain(db, person, { passwordHash, random, today, now })
    }
  return applied
}

/** The first of them has forgotten the account and made another: the city finds the two and decides. */
async function registerAgain(
  db: Db,
  person: Person,
  { passwordHash, random, today, now }: { passwordHash: string; random: Random; today: Day; now: string },
): Promise<void> {
  const again = { ...person, login: 'demo-athlete-99' }
  const account = sampleAccount({ ...accountOf(again), password_hash: passwordHash, created_at: now })
  await inTransaction(db, tx => insertPerson(tx, account, again, random, today))
}

function personFor(at: number, post: Post, random: Random): Person {
  const name = `${names[at % names.length]}${at < names.length ? '' : `（演示${Math.floor(at / names.length)}）`}`
  const birthDate = `${random.between(1994, 2001)}-0${random.between(1, 9)}-${random.between(10, 28)}`
  return { login: `demo-athlete-${String(at + 1).padStart(2, '0')}`, name, birthDate, sport: post.sport }
}

function accountOf({ login, name }: Person) {
  return { login, name, role: 'applicant' as const }
}

async function insertPerson(
  tx: Tx,
  account: ReturnType<typeof sampleAccount>,
  { name, birthDate, sport, login }: Person,
  random: Random,
  today: Day,
): Promise<void> {
  const at = `${addDays(today, -8)} 02:00:00.000`
  await insertAll(tx, 'account', [account])
  const address = { channel: 'sms', value: `1990000${login.slice(-2).padStart(4, '0')}` } as const
  const id = await insertApplicant(tx, { accountId: account.id, name, address, locale: 'zh-CN', at })
  const gender = random.chance(0.4) ? 'F' : 'M'
  await saveIdentity(tx, id, { name, number: idNumberOf(birthDate, login), birthDate, gender }, at)
  const background = {
    education: random.pick(['COLLEGE', 'BACHELOR', 'MASTER'] as const),
    graduatedFrom: '演示体育学院',
    experienceYears: random.between(0, 6),
    isRetiredAthlete: true,
    retiredOn: addDays(today, -random.between(200, 1500)),
    team: '演示省队',
    hoursWeek: random.between(8, 40),
  }
  await saveBackground(tx, id, background, at)
  await saveUnits(tx, id, random.chance(0.7) ? ['320722'] : ['320706', '320722'])
  const grade = random.pick(['MASTER', 'LEVEL1', 'LEVEL1'] as const)
  const result = random.pick(['PROVINCIAL_TOP3', 'PROVINCIAL_TOP8', ''] as const)
  await saveSport(tx, id, { sport, grade, gradeNumber: '', gradedOn: '2017-06-01', result, resultText: '' })
  for (const purpose of consentPurposes)
    await insertConsent(tx, id, { purpose, version: consentVersions[purpose], at })
}

/** A number of the standard's kind with a sequence of its own, which belongs to nobody: the county is none. */
function idNumberOf(birthDate: Day, login: string): string {
  const body = `320799${birthDate.replaceAll('-', '')}9${login.slice(-2)}`
  const number = [...'0123456789X'].map(last => body + last).find(one => readIdNumber(one, openEnd).ok)
  if (number === undefined) throw new Error(`${body} has no check digit`)
  return number
}
