import { expect, test } from 'vitest'
import { endSession, readSession, startSession } from '#app/auth/sessions.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useDatabase } from '#test/support/database.ts'

const state = useDatabase()

const bare = () => new Request('http://sports.test/')
const withCookie = (cookie: string) => new Request('http://sports.test/', { headers: { Cookie: cookie } })
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function signedIn(role: 'city' | 'admin' = 'city') {
  const actor = await insertPerson(state.db, { role })
  const header = await startSession(state.db, bare(), actor.id)
  return { actor, header, request: withCookie(header.split(';')[0] ?? '') }
}

test('a session answers who it belongs to', async () => {
  const { actor, request } = await signedIn()

  expect(await readSession(state.db, request)).toMatchObject({ actor, mustChangePassword: false })
})

test('the database knows only the hash of a session', async () => {
  const { header } = await signedIn()
  const sessionId = header.match(/=([a-z0-9]+);/)?.[1] ?? ''

  const rows = await state.db.selectFrom('session').selectAll().execute()

  expect(sessionId.length).toBeGreaterThanOrEqual(40)
  expect(rows[0]?.id).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(rows)).not.toContain(sessionId)
  expect(await readSession(state.db, withCookie(`session=${rows[0]?.id}`))).toBeNull()
})

test('the cookie ends with the browser and is out of reach of scripts and other sites', async () => {
  const { header } = await signedIn()

  expect(header).toMatch(/^session=[a-z0-9]+; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('a tampered, foreign or empty cookie is nobody', async () => {
  const { header } = await signedIn()
  const cookie = header.split(';')[0] ?? ''
  const last = cookie.endsWith('a') ? 'b' : 'a'

  for (const wrong of [
    cookie.slice(0, -1) + last,
    `${cookie}a`,
    'session=',
    'session=%00',
    "session=' or 1=1",
  ])
    expect(await readSession(state.db, withCookie(wrong))).toBeNull()
})

test('signing out kills the session and clears the cookie', async () => {
  const { request } = await signedIn()

  expect(await endSession(state.db, request)).toMatch(/^session=; .*Max-Age=0$/)
  expect(await readSession(state.db, request)).toBeNull()
  expect(await state.db.selectFrom('session').selectAll().execute()).toEqual([])
})

test('signing in again begins a session of another name and ends the first', async () => {
  const { actor, request } = await signedIn()

  const header = await startSession(state.db, request, actor.id)

  expect(await readSession(state.db, request)).toBeNull()
  expect(await readSession(state.db, withCookie(header.split(';')[0] ?? ''))).toMatchObject({ actor })
})

test.each([
  ['city', 29, 30],
  ['admin', 14, 15],
] as const)('a session of %s lives through %i idle minutes and not through %i', async (role, alive, over) => {
  const { request } = await signedIn(role)

  expect(await readSession(state.db, request, later(alive))).not.toBeNull()
  await state.db
    .updateTable('session')
    .set({ last_seen_at: instant(0) })
    .execute()
  expect(await readSession(state.db, request, later(over))).toBeNull()
  expect(await state.db.selectFrom('session').selectAll().execute()).toEqual([])
})

test('a session in use all day is over after twelve hours', async () => {
  const { request } = await signedIn()
  for (let minutes = 20; minutes < 720; minutes += 20)
    expect(await readSession(state.db, request, later(minutes))).not.toBeNull()

  expect(await readSession(state.db, request, later(720))).toBeNull()
})

test('a session past its expiry in the database is over', async () => {
  const { request } = await signedIn()

  await state.db
    .updateTable('session')
    .set({ expires_at: instant(-1) })
    .execute()

  expect(await readSession(state.db, request)).toBeNull()
})

test('use is written down at most once a minute', async () => {
  const { request } = await signedIn()
  const seen = async () =>
    (await state.db.selectFrom('session').select('last_seen_at').executeTakeFirstOrThrow()).last_seen_at
  const first = await seen()

  await readSession(state.db, request, later(0.5))
  expect(await seen()).toBe(first)
  await readSession(state.db, request, later(1.5))
  expect(await seen()).not.toBe(first)
})

test('a change of role holds from the next request, a disabled account has no session', async () => {
  const { actor, request } = await signedIn()

  await state.db.updateTable('account').set({ role: 'unit', unit_code: '320722' }).execute()
  expect((await readSession(state.db, request))?.actor).toEqual({
    ...actor,
    role: 'unit',
    unitCode: '320722',
  })

  await state.db
    .updateTable('account')
    .set({ disabled_at: instant(0) })
    .execute()
  expect(await readSession(state.db, request)).toBeNull()
})

test('a session says when the password must be changed first', async () => {
  const actor = await insertPerson(state.db, { role: 'school', mustChangePassword: true })
  const header = await startSession(state.db, bare(), actor.id)

  expect(await readSession(state.db, withCookie(header.split(';')[0] ?? ''))).toMatchObject({
    mustChangePassword: true,
  })
})

function instant(minutes: number): string {
  return later(minutes).toISOString().replace('T', ' ').replace('Z', '')
}
