import type { MediaType } from './file-kind.rule.ts'

/**
 * The picture without what a camera or a program wrote beside it: place, time, device, comments, previews and whatever
 * follows its end. How it is to be turned and its colours stay. Null for a picture that is cut short or damaged.
 */
export function withoutMetadata(bytes: Uint8Array, type: Exclude<MediaType, 'application/pdf'>) {
  const strip = { 'image/jpeg': strippedJpeg, 'image/png': strippedPng, 'image/webp': strippedWebp }
  return strip[type](bytes)
}

const marker = { end: 0xd9, scan: 0xda, jfif: 0xe0, exif: 0xe1, icc: 0xe2, adobe: 0xee, comment: 0xfe }

function strippedJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let turn = 1
  let hasScan = false
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const code = bytes[at + 1] ?? 0
    if (code === 0xff) {
      at += 1
      continue
    }
    if (code === marker.end) {
      if (!hasScan) return null
      return joined([...kept.slice(0, 1), ...turnedBy(turn), ...kept.slice(1), bytes.subarray(at, at + 2)])
    }
    const length = word(bytes, at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return null
    const segment = bytes.subarray(at, at + 2 + length)
    at += 2 + length
    if (code === marker.exif) turn = turnIn(segment) ?? turn
    if (isPicture(code, segment)) kept.push(segment)
    if (code !== marker.scan) continue
    hasScan = true
    const end = endOfScan(bytes, at)
    kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

/** Of the segments for programs only those that change how the picture looks. */
function isPicture(code: number, segment: Uint8Array): boolean {
  if (code === marker.comment) return false
  if (code < marker.jfif || code > 0xef) return true
  if (code === marker.jfif) return startsWith(segment, 4, 'JFIF\0')
  return (
    (code === marker.icc && startsWith(segment, 4, 'ICC_PROFILE\0')) ||
    (code === marker.adobe && startsWith(segment, 4, 'Adobe'))
  )
}

/** Where the coded picture stops: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

const orientationTag = 0x0112

/** The orientation, 1 to 8, that an Exif segment gives (Exif 2.32, 4.6.4); null for none. */
function turnIn(segment: Uint8Array): number | null {
  if (!startsWith(segment, 4, 'Exif\0\0')) return null
  const tiff = segment.subarray(10)
  const isLittle = startsWith(tiff, 0, 'II')
  const directory = isLittle ? longLittle(tiff, 4) : long(tiff, 4)
  const read = isLittle ? wordLittle : word
  const count = read(tiff, directory)
  for (let n = 0; n < count; n += 1) {
    const entry = directory + 2 + n * 12
    if (entry + 12 > tiff.length) return null
    const turn = read(tiff, entry + 8)
    if (read(tiff, entry) === orientationTag) return turn >= 1 && turn <= 8 ? turn : null
  }
  return null
}

/** An Exif segment that says how to turn the picture and nothing else. */
function turnedBy(turn: number): Uint8Array[] {
  if (turn === 1) return []
  const exif = [...'Exif\0\0MM'].map(sign => sign.charCodeAt(0))
  const directory = [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]
  return [Uint8Array.from([0xff, marker.exif, 0, 2 + exif.length + directory.length, ...exif, ...directory])]
}

/** Pixels, palette, transparency, colours and the frames of a moving picture. */
const pngChunks = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
]

function strippedPng(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + long(bytes, at)
    if (end > bytes.length) return null
    const name = nameAt(bytes, at + 4)
    if (pngChunks.includes(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return null
}

const webpChunks = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']
/** Flags of VP8X that promise Exif and XMP. */
const webpPromises = 0x08 | 0x04

function strippedWebp(bytes: Uint8Array): Uint8Array | null {
  const whole = 8 + longLittle(bytes, 4)
  if (whole > bytes.length || whole < 20) return null
  const kept: Uint8Array[] = []
  for (let at = 12; at + 8 <= whole; ) {
    const size = longLittle(bytes, at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > whole) return null
    const name = nameAt(bytes, at)
    const chunk = bytes.slice(at, end)
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~webpPromises
    if (webpChunks.includes(name)) kept.push(chunk)
    at = end
  }
  if (!kept.some(chunk => ['VP8 ', 'VP8L', 'ANMF'].includes(nameAt(chunk, 0)))) return null
  const picture = joined([bytes.subarray(0, 12), ...kept])
  new DataView(picture.buffer).setUint32(4, picture.length - 8, true)
  return picture
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
}

function wordLittle(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
}

function long(bytes: Uint8Array, at: number): number {
  return word(bytes, at) * 65_536 + word(bytes, at + 2)
}

function longLittle(bytes: Uint8Array, at: number): number {
  return wordLittle(bytes, at) + wordLittle(bytes, at + 2) * 65_536
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((sign, n) => bytes[at + n] === sign.charCodeAt(0))
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
