import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip made by hand: its text, or bytes that are deflated already with the size they declare. */
type Part = string | Buffer | Deflated

interface Deflated {
  deflated: Buffer
  declaredSize: number
  checksum: number
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A zip of the parts, with the sizes that it is told to declare. */
export function zipOf(parts: Record<string, Part>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, part] of Object.entries(parts)) {
    const entry = entryOf(part)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(entry.checksum, 10)
    fields.writeUInt32LE(entry.deflated.length, 14)
    fields.writeUInt32LE(entry.declaredSize, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      fields,
      Buffer.from(name),
      entry.deflated,
    ])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]),
    )
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

/** The parts of a workbook with one sheet of the given XML. */
export function workbookParts(sheetXml: string, more: Record<string, Part> = {}): Record<string, Part> {
  return {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="9月" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${xmlHead}<sst xmlns="${main}"><si><t>达标</t></si></sst>`,
    'xl/styles.xml': `${xmlHead}<styleSheet xmlns="${main}"/>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more,
  }
}

export function sheetXml(rows: string, after = '', before = ''): string {
  return `${xmlHead}<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** A workbook with one sheet '9月' of the given rows. */
export function workbookOf(rows: string, after = '', before = ''): Buffer {
  return zipOf(workbookParts(sheetXml(rows, after, before)))
}

/** Deflates a text repeated so often that it is never held as a whole, between an opening and a closing. */
export function deflatedRepeat(unit: string, times: number, opening = '', closing = ''): Deflated {
  const perBlock = Math.max(1, Math.floor(4_000_000 / unit.length))
  const blocks = Math.ceil(times / perBlock)
  const whole = Buffer.from(unit.repeat(perBlock))
  const blocksInside = Array.from({ length: blocks }, () => whole)
  const content = Buffer.concat([Buffer.from(opening), ...blocksInside, Buffer.from(closing)])
  return {
    deflated: deflateRawSync(content, { level: 1 }),
    declaredSize: content.length,
    checksum: crc32(content),
  }
}

function entryOf(part: Part): Deflated {
  if (typeof part === 'object' && 'deflated' in part) return part
  const content = Buffer.from(part)
  return { deflated: deflateRawSync(content), declaredSize: content.length, checksum: crc32(content) }
}
