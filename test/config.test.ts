import { expect, test } from 'vitest'
import { configOf } from '#app/config.server.ts'

test('everything has a sensible default, and an empty value is none', () => {
  expect(configOf({ PORT: '', COOKIE_SECURE: '' })).toMatchObject({
    DATABASE_URL: 'file:./data/sports.db',
    PORT: 3000,
    COOKIE_SECURE: false,
    SESSION_IDLE_MINUTES: 30,
    ADMIN_IDLE_MINUTES: 15,
    SESSION_HOURS: 12,
  })
})

test('cookies are bound to HTTPS where the site is reached by it, unless the setting says otherwise', () => {
  expect(configOf({ ORIGIN: 'https://sports.example.cn/' })).toMatchObject({
    ORIGIN: 'https://sports.example.cn',
    COOKIE_SECURE: true,
  })
  expect(configOf({ ORIGIN: 'https://sports.example.cn', COOKIE_SECURE: '0' }).COOKIE_SECURE).toBe(false)
  expect(configOf({ COOKIE_SECURE: '1' }).COOKIE_SECURE).toBe(true)
})

test('a wrong environment is told variable by variable', () => {
  const wrong = () => configOf({ PORT: 'x', DATABASE_URL: 'postgres://a', SESSION_HOURS: '0' })

  expect(wrong).toThrow(/DATABASE_URL/)
  expect(wrong).toThrow(/PORT/)
  expect(wrong).toThrow(/SESSION_HOURS/)
})

test('uploaded files stand beside the database file, unless the setting says otherwise', () => {
  expect(configOf({ DATABASE_URL: 'file:./data/demo/sports.db' }).FILES_DIR).toBe('data/demo/files')
  expect(configOf({ DATABASE_URL: 'mysql://root@127.0.0.1:3306/sports' }).FILES_DIR).toBe('./data/files')
  expect(configOf({ FILES_DIR: '/srv/files' }).FILES_DIR).toBe('/srv/files')
})
