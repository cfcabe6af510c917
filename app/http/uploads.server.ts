import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler,
  unstable_parseMultipartFormData,
} from '@remix-run/node'

/** A form with at most one file of interest in it. */
export type Upload =
  | { ok: true; fields: FormData; file: { name: string; bytes: Uint8Array } | null }
  | { ok: false; refusal: 'too-large' | 'not-a-form' }

/**
 * Reads a multipart form; the first file in it that was chosen is the upload, though it be empty. Reading stops as soon as a part is larger than
 * `maxBytes`.
 */
export async function readUpload(request: Request, { maxBytes }: { maxBytes: number }): Promise<Upload> {
  if (!request.headers.get('Content-Type')?.startsWith('multipart/form-data'))
    return { ok: false, refusal: 'not-a-form' }
  try {
    const handler = unstable_createMemoryUploadHandler({ maxPartSize: maxBytes })
    const fields = await unstable_parseMultipartFormData(request, handler)
    const file = [...fields.values()].find(
      (value): value is File => value instanceof File && value.name !== '',
    )
    if (file === undefined) return { ok: true, fields, file: null }
    return { ok: true, fields, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return { ok: false, refusal: 'too-large' }
    throw error
  }
}
