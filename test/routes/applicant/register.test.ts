import { beforeEach, expect, test } from 'vitest'
import { action as signIn } from '#app/routes/account/sign-in.tsx'
import { action as finish, loader as finishPage } from '#app/routes/applicant/finish-registration.tsx'
import { action as ask } from '#app/routes/applicant/register.tsx'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { playSmsGateway } from '#test/support/network.ts'
import { cookieIn, outcomeOf, visit } from '#test/support/page.ts'

const db = useAppDatabase()
const phone = '13800005678'
let taken: { text: string }[]

beforeEach(() => {
  taken = playSmsGateway()
})

async function askFor(address: string, next = '') {
  return outcomeOf(ask(visit(`/register${next}`, { form: { address } })))
}

function finishWith(cookie: string, given: Record<string, string> = {}) {
  const code = /\d{6}/.exec(taken.at(-1)?.text ?? '')?.[0] ?? ''
  const form = {
    code,
    name: '王海燕',
    password: 'Haizhou-2026',
    repeated: 'Haizhou-2026',
    consent: '1',
    ...given,
  }
  return outcomeOf(finish(visit('/register/finish', { cookie, form })))
}

test('a phone number leads by a code to an account, and on to where one was going', async () => {
  const asked = await askFor(phone, '?next=%2Fposts')
  expect(asked.location).toBe('/register/finish')
  const cookie = cookieIn(asked.setCookie)
  expect(decodeURIComponent(cookie)).not.toContain(phone)

  const page = await outcomeOf(finishPage(visit('/register/finish', { cookie })))
  expect(page.data).toEqual({ masked: '138****5678', shown: null })
  const done = await finishWith(cookie)

  expect(done.location).toBe('/posts')
  expect(done.setCookie).toContain('session')
})

test('whoever comes without an address is asked for one', async () => {
  expect((await outcomeOf(finishPage(visit('/register/finish')))).location).toBe('/register')
  expect((await finishWith('pending=made-up')).location).toBe('/register')
})

test('an address that is none stays in its field with the reason', async () => {
  const answer = await askFor('0518-85212345')

  expect(answer.status).toBe(422)
  expect(answer.data).toEqual({ refusal: 'bad-address', address: '0518-85212345' })
})

test('what was entered stays, but for the passwords', async () => {
  const cookie = cookieIn((await askFor(phone)).setCookie)

  const answer = await finishWith(cookie, { repeated: 'another' })

  expect(answer.status).toBe(422)
  expect(answer.data).toMatchObject({ refusal: 'not-repeated', entered: { name: '王海燕', consent: '1' } })
  expect(JSON.stringify(answer.data)).not.toContain('Haizhou-2026')
})

test('afterwards one signs in with the phone number', async () => {
  await insertPerson(db, { role: 'admin' })
  await finishWith(cookieIn((await askFor(phone)).setCookie))

  const answer = await outcomeOf(
    signIn(visit('/sign-in', { form: { login: phone, password: 'Haizhou-2026' } })),
  )

  expect(answer.status).toBe(302)
  expect(answer.setCookie).toContain('session')
})
