import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyInstance } from '@fastify/busboy'

/** A form with at most one file of interest in it. */
export type Upload =
  | { ok: true; fields: FormData; file: { name: string; bytes: Uint8Array } | null }
  | { ok: false; refusal: 'too-large' | 'not-a-form' }

/** Parts that a form has at most; ours have some twenty. */
const mostParts = 1_000

/**
 * Reads a multipart form; the first file in it that was chosen is the upload, though it be empty. Reading stops as soon
 * as a part is larger than `maxBytes`. Rejects when the connection is cut off meanwhile.
 */
export async function readUpload(request: Request, { maxBytes }: { maxBytes: number }): Promise<Upload> {
  const parser = parserOf(request, maxBytes)
  if (parser === null || request.body === null) return { ok: false, refusal: 'not-a-form' }
  const fields = new FormData()
  const stop = new AbortController()
  let file: { name: string; bytes: Uint8Array } | null = null
  /** Of the form, not of the connection over which it comes. */
  let isSpoilt = false
  let isCutOff = false
  const spoil = () => {
    isSpoilt = true
  }
  parser.on('field', (name, value, _isNameCut, isCut) => {
    if (isCut) stop.abort()
    fields.append(name, value)
  })
  parser.on('file', (_field, stream, name) => {
    const pieces: Uint8Array[] = []
    stream.on('data', piece => pieces.push(piece))
    stream.on('limit', () => stop.abort())
    stream.on('error', spoil)
    stream.on('end', () => {
      if (name !== '' && name !== undefined) file ??= { name, bytes: together(pieces) }
    })
  })
  parser.on('partsLimit', () => stop.abort())
  parser.on('error', spoil)
  const body = Readable.fromWeb(request.body as ReadableStream)
  body.on('error', () => {
    isCutOff = true
  })
  try {
    await pipeline(body, parser, { signal: stop.signal })
    return { ok: true, fields, file }
  } catch (error) {
    if (stop.signal.aborted) return { ok: false, refusal: 'too-large' }
    if (isSpoilt && !isCutOff) return { ok: false, refusal: 'not-a-form' }
    throw error
  }
}

/** Null for what is no multipart form. */
function parserOf({ headers }: Request, maxBytes: number): BusboyInstance | null {
  const type = headers.get('Content-Type') ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fileSize: maxBytes, fieldSize: maxBytes, parts: mostParts },
      isPartAFile: (_field, _type, name) => name !== undefined,
    })
  } catch {
    return null
  }
}

/** The bytes copied once: a File would hold another copy of a long file for as long as nobody tidies up. */
function together(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
