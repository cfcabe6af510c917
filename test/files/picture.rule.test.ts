import { expect, test } from 'vitest'
import { mediaTypeOf, whyNotTaken } from '#app/files/file-kind.rule.ts'
import { withoutMetadata } from '#app/files/picture.rule.ts'
import { exif, jpeg, place, plainJpeg, png, webp } from './pictures.ts'

const types = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const
const terms = { types, mostBytes: 1024 }

test.each([
  ['a JPEG', jpeg(), 'image/jpeg'],
  ['a PNG', png(), 'image/png'],
  ['a WebP', webp(), 'image/webp'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'application/pdf'],
  ['a sound in the same wrapping as WebP', Buffer.from('RIFF\0\0\0\0WAVE'), null],
  ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
])('%s is known by its bytes', (_what, bytes, type) => {
  expect(mediaTypeOf(bytes, types)).toBe(type)
})

test('a name that promises another content is a forged file, and a type that is not asked for is not taken', () => {
  expect(whyNotTaken({ name: '照片.webp', bytes: webp() }, terms)).toBeNull()
  expect(whyNotTaken({ name: '照片.jpg', bytes: webp() }, terms)).toBe('forged')
  expect(whyNotTaken({ name: '照片.webp', bytes: webp() }, { ...terms, types: ['image/png'] })).toBe(
    'not-taken',
  )
})

test.each([
  ['image/jpeg', jpeg()],
  ['image/png', png()],
  ['image/webp', webp()],
] as const)('a %s keeps its picture and nothing of where it was taken', (type, bytes) => {
  expect(bytes.includes(place)).toBe(true)

  const stripped = withoutMetadata(bytes, type)

  expect(Buffer.from(stripped ?? []).includes(place)).toBe(false)
  expect(mediaTypeOf(stripped ?? new Uint8Array(), types)).toBe(type)
  expect(withoutMetadata(stripped ?? new Uint8Array(), type)).toEqual(stripped)
})

test('a JPEG without metadata stays as it is, byte for byte', () => {
  expect(Buffer.from(withoutMetadata(plainJpeg, 'image/jpeg') ?? []).equals(plainJpeg)).toBe(true)
})

test.each(['II', 'MM'] as const)('a picture taken sideways (%s) is still turned the right way', order => {
  const stripped = Buffer.from(withoutMetadata(jpeg({ order, turn: 6 }), 'image/jpeg') ?? [])

  const upright = exif('MM', 6).subarray(0, 26)
  expect(stripped.includes(upright.subarray(0, 16))).toBe(true)
  expect(withoutMetadata(stripped, 'image/jpeg')).toEqual(new Uint8Array(stripped))
})

test('what a WebP no longer holds it no longer promises', () => {
  const stripped = Buffer.from(withoutMetadata(webp(), 'image/webp') ?? [])

  expect(stripped[20]).toBe(0x20)
  expect(stripped.readUInt32LE(4)).toBe(stripped.length - 8)
})

test('a picture that is cut short is damaged wherever the cut is', () => {
  for (const [type, bytes] of [
    ['image/jpeg', plainJpeg],
    ['image/png', png().subarray(0, -place.length)],
    ['image/webp', webp().subarray(0, -place.length)],
  ] as const)
    for (let length = 12; length < bytes.length; length += 1)
      expect(withoutMetadata(bytes.subarray(0, length), type), `${type} of ${length} bytes`).toBeNull()
})
