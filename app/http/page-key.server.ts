import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import type { EntryContext } from '@remix-run/node'

type Rendered = Pick<
  EntryContext['staticHandlerContext'],
  'loaderData' | 'actionData' | 'errors' | 'statusCode'
>

/**
 * All that a page is rendered from, as one short key: its address and the data of its loaders. Null for a page that is
 * not worth keeping: an answer to a form, an error, or data that is still under way.
 */
export function pageKey(
  url: string,
  requestId: string,
  { loaderData, actionData, errors, statusCode }: Rendered,
): string | null {
  if (statusCode !== 200 || actionData !== null || errors !== null) return null
  const data = bytesOf(withoutMark(loaderData, requestId))
  return data === null ? null : createHash('sha256').update(url).update('\0').update(data).digest('base64')
}

/** The root's data names the request, which no two answers share. */
function withoutMark(loaderData: Rendered['loaderData'], requestId: string): object {
  const { root, ...others } = loaderData
  return root?.requestId === requestId ? { ...others, root: { ...root, requestId: '' } } : loaderData
}

/** Null for what cannot be written down, a promise for instance. */
function bytesOf(data: object): Buffer | null {
  try {
    return serialize(data)
  } catch {
    return null
  }
}
