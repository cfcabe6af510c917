/** Small pictures for tests, with what cameras write beside them. */

function segment(code: number, body: Uint8Array | string): Buffer {
  const bytes = Buffer.from(body)
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

export const place = '34.60N 119.22E'

/** An Exif block in the byte order of its first sign, with an orientation and a place. */
export function exif(order: 'II' | 'MM', turn: number): Buffer {
  const bytes = Buffer.alloc(26)
  const [word, long] =
    order === 'II'
      ? [bytes.writeUInt16LE.bind(bytes), bytes.writeUInt32LE.bind(bytes)]
      : [bytes.writeUInt16BE.bind(bytes), bytes.writeUInt32BE.bind(bytes)]
  bytes.write(order, 'latin1')
  word(42, 2)
  long(8, 4)
  word(1, 8)
  word(0x0112, 10)
  word(3, 12)
  long(1, 14)
  word(turn, 18)
  return Buffer.concat([Buffer.from('Exif\0\0'), bytes, Buffer.from(`GPS ${place}`)])
}

/** One grey block of 8 × 8, a real JPEG that browsers draw. */
const grey = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
)

/** A JPEG as a phone writes it: Exif with the place, a comment, and another picture after its end. */
export function jpeg({ order = 'MM', turn = 1 }: { order?: 'II' | 'MM'; turn?: number } = {}): Buffer {
  return Buffer.concat([
    grey.subarray(0, 2),
    segment(0xe1, exif(order, turn)),
    segment(0xfe, `taken at ${place}`),
    grey.subarray(2),
    Buffer.from(`MPF ${place}`),
  ])
}

export const plainJpeg = grey

function chunk(name: string, body: string): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(Buffer.byteLength(body))
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(body), Buffer.alloc(4)])
}

/** The chunks of a PNG, none of which is drawn here. */
export function png(): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', 'size'), chunk('tEXt', place), chunk('eXIf', place), chunk('IDAT', 'pixels')]
  return Buffer.concat([signature, ...chunks, chunk('IEND', ''), Buffer.from(place)])
}

function riffChunk(name: string, body: Uint8Array | string): Buffer {
  const bytes = Buffer.from(body)
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(bytes.length, 4)
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)])
}

export function webp(): Buffer {
  const extended = Buffer.alloc(10)
  extended[0] = 0x08 | 0x04 | 0x20
  const chunks = [
    riffChunk('VP8X', extended),
    riffChunk('VP8 ', 'odd'),
    riffChunk('EXIF', place),
    riffChunk('XMP ', place),
  ]
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  return Buffer.concat([riffChunk('RIFF', body), Buffer.from(place)])
}
