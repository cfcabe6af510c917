import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A part of a zip, deflated unless its content is stored as it is. */
export interface ZipPart {
  name: string
  deflated: Buffer
  size: number
  checksum: number
  isStored?: boolean
}

/** Deflates a part piece by piece off the main thread, so that a large one holds nobody up. */
export async function deflatePart(
  name: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<ZipPart> {
  const deflate = createDeflateRaw({ level: 4 })
  const chunks: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk))
  const end = once(deflate, 'end')
  let size = 0
  let checksum = 0
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    size += bytes.length
    checksum = crc32(bytes, checksum)
    if (!deflate.write(bytes)) await once(deflate, 'drain')
  }
  deflate.end()
  await end
  return { name, deflated: Buffer.concat(chunks), size, checksum }
}

/** The zip of the parts, in order. */
export function zipParts(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const fields = fieldsOf(part, name.length)
    const local = Buffer.concat([signature(0x04034b50), fields, name, part.deflated])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), fields, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, listed, end]))
}

/** What a local header and the directory say alike: version 2.0, names in UTF-8, 1980-01-01. */
function fieldsOf(part: ZipPart, nameLength: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt16LE(part.isStored === true ? 0 : 8, 4)
  fields.writeUInt16LE(0x0021, 8)
  fields.writeUInt32LE(part.checksum, 10)
  fields.writeUInt32LE(part.deflated.length, 14)
  fields.writeUInt32LE(part.size, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
