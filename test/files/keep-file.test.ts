import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { config } from '#app/config.server.ts'
import { dropFiles, folderIn, keepFile, openFile } from '#app/files/keep-file.server.ts'
import { deleteFiles, filesOf, insertFile, knownFolder } from '#app/files/stored-files.queries.server.ts'
import { tidyFiles } from '#app/files/tidy-files.server.ts'
import { inTransaction } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { jpeg, place as taken } from './pictures.ts'

const place = useDatabase()
const at = '2026-11-27 02:00:00.000'
const owner = { kind: 'event-picture', id: '01DEM0W0000000000000000001' }
const other = { ...owner, id: '01DEM0W0000000000000000002' }
const terms = { types: ['image/jpeg', 'application/pdf'] as const, mostBytes: 10_000, at }
const pdf = { name: '方案.pdf', bytes: Buffer.from('%PDF-1.7 实施方案') }

async function kept(file: { name: string; bytes: Uint8Array } = pdf) {
  const result = await keepFile(place.db, file, terms)
  if (!result.ok) throw new Error(result.refusal)
  return result.file
}

async function named(file = pdf) {
  const one = await kept(file)
  await inTransaction(place.db, tx => insertFile(tx, owner, { ...one, description: '方案', addedBy: null }))
  return one.id
}

async function onDisk() {
  const folder = await knownFolder(place.db)
  return folder === null || !existsSync(folderIn(folder)) ? [] : readdirSync(folderIn(folder)).sort()
}

async function age(name: string, days: number, now: Date) {
  const then = new Date(now.getTime() - days * 86_400_000)
  utimesSync(join(folderIn((await knownFolder(place.db)) ?? ''), name), then, then)
}

test('a file comes back as it was for its owner, and for no other', async () => {
  const id = await named()

  const opened = await openFile(place.db, owner, id)

  expect(opened).toMatchObject({ name: '方案.pdf', mediaType: 'application/pdf', scannedAt: null })
  expect(opened?.bytes.equals(pdf.bytes)).toBe(true)
  expect(await openFile(place.db, other, id)).toBeUndefined()
  expect(await filesOf(place.db, other)).toEqual([])
})

test('a picture is kept without the place where it was taken', async () => {
  const file = await kept({ name: '..\\现场/照片.jpg', bytes: jpeg() })
  await inTransaction(place.db, tx => insertFile(tx, owner, { ...file, description: '', addedBy: null }))

  const opened = await openFile(place.db, owner, file.id)

  expect(opened?.bytes.includes(taken)).toBe(false)
  expect(opened?.name).toBe('.._现场_照片.jpg')
})

test.each([
  ['a program that calls itself a PDF', { name: '方案.pdf', bytes: Buffer.from('MZ') }, 'forged'],
  ['a picture cut short', { name: '照片.jpg', bytes: jpeg().subarray(0, 60) }, 'damaged'],
  ['too much', { name: '方案.pdf', bytes: Buffer.concat([pdf.bytes, Buffer.alloc(10_000)]) }, 'too-large'],
])('%s is refused and leaves nothing on the disk', async (_what, file, refusal) => {
  const before = await onDisk()

  expect(await keepFile(place.db, file, terms)).toEqual({ ok: false, refusal })
  expect(await onDisk()).toEqual(before)
})

test('a removed file is gone from the disk, and another’s owner removes nothing', async () => {
  const id = await named()

  await inTransaction(place.db, tx => deleteFiles(tx, other, [id]))
  expect(await filesOf(place.db, owner)).toHaveLength(1)
  await inTransaction(place.db, tx => deleteFiles(tx, owner, [id]))
  await dropFiles(place.db, [id])

  expect(await filesOf(place.db, owner)).toEqual([])
  expect(await onDisk()).not.toContain(id)
})

test('a file that was changed on the disk is not handed out', async () => {
  const id = await named()
  writeFileSync(join(folderIn((await knownFolder(place.db)) ?? ''), id), '%PDF-1.7 别的内容')

  await expect(openFile(place.db, owner, id)).rejects.toThrow(/is not what was kept/)
})

test('what no row names goes after a day, and nothing else does', async () => {
  const now = new Date('2026-11-27T18:00:00Z')
  const [ofYesterday, ofToday, ofRow] = [(await kept()).id, (await kept()).id, await named()]
  const folder = folderIn((await knownFolder(place.db)) ?? '')
  writeFileSync(join(folder, `${ofYesterday}.part`), '%PDF')
  writeFileSync(join(folder, 'notes.txt'), 'of the operator')
  for (const name of [ofYesterday, `${ofYesterday}.part`, ofRow, 'notes.txt']) await age(name, 2, now)
  await age(ofToday, 0.5, now)

  await tidyFiles(place.db, now)

  const left = await onDisk()
  expect(left).toEqual(expect.arrayContaining([ofToday, ofRow, 'notes.txt']))
  expect(left).not.toContain(ofYesterday)
  expect(left).not.toContain(`${ofYesterday}.part`)
})

test('with a scanner that does not answer nothing is taken', async () => {
  const before = await onDisk()
  config.CLAMD_URL = 'tcp://127.0.0.1:1'
  try {
    expect(await keepFile(place.db, pdf, terms)).toEqual({ ok: false, refusal: 'not-scanned' })
  } finally {
    config.CLAMD_URL = undefined
  }
  expect(await onDisk()).toEqual(before)
})
