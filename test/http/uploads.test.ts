import { describe, expect, test } from 'vitest'
import { readUpload } from '#app/http/uploads.server.ts'

const limit = { maxBytes: 10_000 }

function requestOf(form: FormData): Request {
  return new Request('http://house.test/import', { method: 'POST', body: form })
}

function formWith(...files: [bytes: Uint8Array, name: string][]): FormData {
  const form = new FormData()
  form.set('sheet', 'activity-log')
  for (const [bytes, name] of files) form.append('file', new Blob([new Uint8Array(bytes)]), name)
  form.append('note', '第一行\r\n第二行 "引号" & 100%')
  return form
}

/** The very bytes, as a browser or something else sends them. */
function raw(body: string | Uint8Array, type = 'multipart/form-data; boundary=edge'): Request {
  return new Request('http://house.test/import', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: new Blob([typeof body === 'string' ? body : new Uint8Array(body)]),
  })
}

const part = (name: string, value: string) =>
  `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const filePart = (name: string, value: string) =>
  `--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n${value}\r\n`

test('every byte of the file comes in, with the fields beside it', async () => {
  const bytes = Uint8Array.from({ length: 9_000 }, (_, at) => (at * 7) % 256)
  const read = await readUpload(requestOf(formWith([bytes, '第4周.xlsx'])), limit)
  if (!read.ok) throw new Error(read.refusal)
  expect(read.file?.name).toBe('第4周.xlsx')
  expect(read.file?.bytes).toEqual(bytes)
  expect(read.file?.bytes.buffer.byteLength).toBe(9_000)
  expect(read.fields.get('sheet')).toBe('activity-log')
  expect(read.fields.get('note')).toBe('第一行\r\n第二行 "引号" & 100%')
})

describe('a file name is taken as it comes', () => {
  const names = [
    '台账;改(1).xlsx',
    "老师's 台账.xls",
    '100% 达标.csv',
    '三年级=合计, 第4周.xlsx',
    '𠮷田小学🏀.et',
    '没有后缀',
    '.xlsx',
    `${'长'.repeat(120)}.xlsx`,
    '台账%20复件.xlsx',
  ]
  test.each(names)('%s', async name => {
    const read = await readUpload(requestOf(formWith([new Uint8Array([1, 2]), name])), limit)
    expect(read.ok && read.file?.name).toBe(name)
  })
})

test('of several files the first that was chosen is the upload, though it be empty', async () => {
  const form = formWith(
    [new Uint8Array(), ''],
    [new Uint8Array(), '空.xlsx'],
    [new Uint8Array([1]), '二.xlsx'],
  )
  const read = await readUpload(requestOf(form), limit)
  expect(read.ok && read.file).toEqual({ name: '空.xlsx', bytes: new Uint8Array() })
})

test('a form in which no file was chosen has none', async () => {
  const read = await readUpload(requestOf(formWith([new Uint8Array(), ''])), limit)
  expect(read.ok && read.file).toBeNull()
  const without = await readUpload(raw(`${part('sheet', 'classes')}--edge--\r\n`), limit)
  expect(without.ok && [without.file, without.fields.get('sheet')]).toEqual([null, 'classes'])
})

test('a file or a field of one byte too many is refused, and one of just so many is not', async () => {
  const sent = (bytes: number) => readUpload(requestOf(formWith([new Uint8Array(bytes), 'a.xlsx'])), limit)
  expect(await sent(10_000)).toMatchObject({ ok: true })
  expect(await sent(10_001)).toEqual({ ok: false, refusal: 'too-large' })
  const field = (bytes: number) => readUpload(raw(`${part('note', 'x'.repeat(bytes))}--edge--\r\n`), limit)
  expect(await field(10_000)).toMatchObject({ ok: true })
  expect(await field(10_001)).toEqual({ ok: false, refusal: 'too-large' })
})

test('what lies beyond the limit is not read', async () => {
  let pulled = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(
        new TextEncoder().encode(pulled === 0 ? filePart('a.xlsx', '').slice(0, -2) : 'x'.repeat(1_000)),
      )
      pulled += 1
    },
  })
  const request = new Request('http://house.test/import', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
    ...{ body, duplex: 'half' },
  })
  expect(await readUpload(request, limit)).toEqual({ ok: false, refusal: 'too-large' })
  expect(pulled).toBeLessThan(200)
})

test.each([
  ['no form at all', raw('sheet=classes', 'application/x-www-form-urlencoded')],
  ['no boundary', raw(part('sheet', 'classes'), 'multipart/form-data')],
  ['a form that ends in the middle of a file', raw(filePart('a.xlsx', 'half'))],
  ['bytes that hold no part', raw('nonsense')],
  ['nothing', raw('')],
])('%s is refused as no form', async (_what, request) => {
  expect(await readUpload(request, limit)).toEqual({ ok: false, refusal: 'not-a-form' })
})

test('a connection that is cut off is no form that was refused', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(filePart('a.xlsx', 'half')))
      controller.error(new Error('cut off'))
    },
  })
  const request = new Request('http://house.test/import', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
    ...{ body, duplex: 'half' },
  })
  await expect(readUpload(request, limit)).rejects.toThrow('cut off')
})
