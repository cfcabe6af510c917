import {
  MaxPartSizeExceededError,
  type UploadHandlerPart,
  unstable_createMemoryUploadHandler,
  unstable_parseMultipartFormData,
} from '@remix-run/node'

/** A form with at most one file of interest in it. */
export type Upload =
  | { ok: true; fields: FormData; file: { name: string; bytes: Uint8Array } | null }
  | { ok: false; refusal: 'too-large' | 'not-a-form' }

/**
 * Reads a multipart form; the first file in it that was chosen is the upload, though it be empty. Reading stops as soon
 * as a part is larger than `maxBytes`.
 */
export async function readUpload(request: Request, { maxBytes }: { maxBytes: number }): Promise<Upload> {
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data'))
    return { ok: false, refusal: 'not-a-form' }
  try {
    const textOf = unstable_createMemoryUploadHandler({ maxPartSize: maxBytes })
    let file: { name: string; bytes: Uint8Array } | null = null
    const fields = await unstable_parseMultipartFormData(request, async part => {
      if (part.filename === undefined) return textOf(part)
      const bytes = await bytesOf(part, maxBytes)
      if (part.filename !== '') file ??= { name: part.filename, bytes }
      return undefined
    })
    return { ok: true, fields, file }
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return { ok: false, refusal: 'too-large' }
    throw error
  }
}

/** The bytes of a part, copied once: a File would hold another copy of a long file for as long as nobody tidies up. */
async function bytesOf({ name, data }: UploadHandlerPart, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of data) {
    size += piece.byteLength
    if (size > maxBytes) throw new MaxPartSizeExceededError(name, maxBytes)
    pieces.push(piece)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
