import { posix } from 'node:path'
import { attributesOf, tagsOf } from '../reading/xml.server.ts'
import type { Budget, ZipEntry } from '../reading/zip.server.ts'
import { inflateEntry, inflateWhole, listZipEntries } from '../reading/zip.server.ts'
import type { WorkbookLimits } from '../workbook.ts'
import { type PackedPart, type ZipPart, zipOf } from '../writing/zip-writer.server.ts'
import { appendInside } from './xml-edit.ts'

/** The parts of a zipped workbook: those that were changed, and the zip for all others. */
export interface Package {
  bytes: Buffer
  /** By name in lower case, as parts are told apart. */
  entries: Map<string, ZipEntry>
  changed: Map<string, { name: string; pieces: Iterable<string> }>
  /** What may still be inflated. */
  budget: Budget
}

/** Opens a zip for changes; undefined for one that is cut, encrypted or names a part twice. */
export function openPackage(bytes: Uint8Array, limits: WorkbookLimits): Package | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = listZipEntries(buffer, limits)
  if (!listed.ok || listed.entries.some(({ encrypted }) => encrypted)) return undefined
  const entries = new Map(listed.entries.map(entry => [entry.name.toLowerCase(), entry]))
  if (entries.size < listed.entries.length) return undefined
  return { bytes: buffer, entries, changed: new Map(), budget: { bytes: limits.unzippedBytes } }
}

function hasPart(of: Package, path: string): boolean {
  const key = path.toLowerCase()
  return of.changed.has(key) || of.entries.has(key)
}

/** The part's text, sign for sign; undefined when there is none or it is not in UTF-8. */
export async function partText(of: Package, path: string): Promise<string | undefined> {
  const key = path.toLowerCase()
  const changed = of.changed.get(key)
  if (changed !== undefined) return [...changed.pieces].join('')
  const entry = of.entries.get(key)
  const inflated = entry && (await inflateWhole(of.bytes, entry, of.budget))
  if (inflated?.ok !== true) return undefined
  try {
    // Its byte order mark stays in the text, so that the part is written again as it was.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(inflated.content)
  } catch {
    return undefined
  }
}

export function putPart(of: Package, path: string, pieces: Iterable<string>): void {
  const key = path.toLowerCase()
  of.changed.set(key, { name: of.entries.get(key)?.name ?? path, pieces })
}

/**
 * The zip with the changed parts; every other part keeps its bytes as they are packed. `first` are parts that stand
 * before all others: they come into being as they are written, and others may depend on what came of it.
 */
export async function savePackage(of: Package, first: readonly ZipPart[] = []): Promise<Uint8Array> {
  const parts: (ZipPart | PackedPart)[] = [...first]
  const written = new Set(first.map(({ name }) => name.toLowerCase()))
  for (const [key, entry] of of.entries) {
    if (written.has(key)) continue
    const changed = of.changed.get(key)
    parts.push(changed === undefined ? packedPart(of, entry) : textPart(changed.name, changed.pieces))
  }
  for (const [key, { name, pieces }] of of.changed) {
    if (!of.entries.has(key) && !written.has(key)) parts.push(textPart(name, pieces))
  }
  return savedZip(parts)
}

/** The zip of the parts, whole. */
export async function savedZip(parts: readonly (ZipPart | PackedPart)[]): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of zipOf(parts)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

export function textPart(name: string, pieces: Iterable<string>): ZipPart {
  return { name, pieces: bytesOf(pieces) }
}

/** A part whose text comes into being while it is written. */
export function streamedPart(name: string, pieces: AsyncIterable<string>): ZipPart {
  return { name, pieces: bytesWhileMade(pieces) }
}

async function* bytesWhileMade(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece)
}

/** The part's text as it is inflated; throws when it is damaged or not in UTF-8. */
export async function* partInPieces(of: Package, path: string): AsyncGenerator<string> {
  const entry = of.entries.get(path.toLowerCase())
  if (entry === undefined) throw new Error(`There is no ${path}`)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const inflated = inflateEntry(of.bytes, entry, of.budget)
  for (;;) {
    const next = await inflated.next()
    if (next.done !== true) yield decoder.decode(next.value, { stream: true })
    else if (next.value !== undefined) throw new Error(next.value.refusal)
    else return
  }
}

/** Small pieces are gathered: each costs a turn of the deflater. */
function* bytesOf(pieces: Iterable<string>): Generator<Buffer> {
  let gathered = ''
  for (const piece of pieces) {
    gathered += piece
    if (gathered.length < 64 * 1024) continue
    yield Buffer.from(gathered)
    gathered = ''
  }
  yield Buffer.from(gathered)
}

function packedPart(
  { bytes }: Package,
  { name, offset, compressedSize, size, checksum, method }: ZipEntry,
): PackedPart {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  return { name, packed: bytes.subarray(start, start + compressedSize), method, size, checksum }
}

/** A relationship of a part to another part of the workbook. */
export interface Relation {
  id: string
  /** The last word of its type, such as 'comments'. */
  type: string
  /** What stands before that word: strict workbooks have their own. */
  family: string
  path: string
}

export async function relationsOf(of: Package, path: string): Promise<Relation[]> {
  const xml = (await partText(of, relationsPath(path))) ?? ''
  return tagsOf(xml, 'Relationship')
    .map(attributesOf)
    .filter(({ TargetMode }) => TargetMode !== 'External')
    .map(({ Id = '', Type = '', Target = '' }) => {
      const split = Type.lastIndexOf('/') + 1
      return {
        id: Id,
        type: Type.slice(split),
        family: Type.slice(0, split),
        path: posix.join('/', Target.startsWith('/') ? '' : posix.dirname(path), Target).slice(1),
      }
    })
}

/** Adds a relationship and answers its id; `type` is the whole type. */
export async function addRelation(of: Package, from: string, type: string, to: string): Promise<string> {
  const path = relationsPath(from)
  const xml = (await partText(of, path)) ?? noRelations
  const taken = new Set(tagsOf(xml, 'Relationship').map(tag => attributesOf(tag).Id))
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number += 1
  const target = posix.relative(posix.dirname(from), to)
  const relation = (prefix: string) =>
    `<${prefix}Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`
  putPart(of, path, [appendInside(xml, 'Relationships', relation) ?? xml])
  return `rId${number}`
}

const noRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

function relationsPath(path: string): string {
  return posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)
}

const typesPath = '[Content_Types].xml'

/** Says what a new part is. */
export async function addContentType(of: Package, path: string, type: string): Promise<void> {
  await addType(of, prefix => `<${prefix}Override PartName="/${path}" ContentType="${type}"/>`)
}

/** Says what all parts of an ending are, unless that is said. */
export async function addDefaultType(of: Package, ending: string, type: string): Promise<void> {
  const known = tagsOf((await partText(of, typesPath)) ?? '', 'Default').map(
    tag => attributesOf(tag).Extension,
  )
  if (known.some(each => each?.toLowerCase() === ending)) return
  await addType(of, prefix => `<${prefix}Default Extension="${ending}" ContentType="${type}"/>`)
}

async function addType(of: Package, declaration: (prefix: string) => string): Promise<void> {
  const xml = (await partText(of, typesPath)) ?? ''
  putPart(of, typesPath, [appendInside(xml, 'Types', declaration) ?? xml])
}

/** The first name in a numbered row that no part has: 'xl/comments' and '.xml' give 'xl/comments3.xml'. */
export function freePath(of: Package, stem: string, ending: string): string {
  let number = 1
  while (hasPart(of, `${stem}${number}${ending}`)) number += 1
  return `${stem}${number}${ending}`
}
