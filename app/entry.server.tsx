import { PassThrough } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { loggedPath } from './http/logged-path.ts'
import { pageKey } from './http/page-key.server.ts'
import { renderedPages } from './http/rendered-pages.server.ts'
import { wholePage } from './http/whole-page.server.ts'
import { NonceContext } from './nonce.ts'

const patience = 10_000
/** While the site is being developed its pages change under the same data. */
const pages = renderedPages(import.meta.env.PROD ? 32 * 1024 * 1024 : 0)

/**
 * The whole page before the first byte goes out: half the memory, and it is compressed once. The same data at the same
 * address gives the same page, so one that is still kept needs only the nonce and the number of this request.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext | undefined,
): Promise<Response> {
  const marks = { nonce: context?.nonce ?? '', requestId: context?.requestId ?? '' }
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const key = pageKey(request.url, marks.requestId, remixContext.staticHandlerContext)
  const kept = key === null ? null : pages.recall(key, marks)
  if (kept !== null) return new Response(new Uint8Array(kept), { headers, status })
  const { page, failed } = await render(request.url, remixContext, marks.nonce)
  if (key !== null && !failed) pages.keep(key, page, marks)
  return new Response(new Uint8Array(page), { headers, status: failed ? 500 : status })
}

function render(
  url: string,
  remixContext: EntryContext,
  nonce: string,
): Promise<{ page: Buffer; failed: boolean }> {
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => {
          clearTimeout(limit)
          wholePage(pipe(new PassThrough())).then(page => resolve({ page, failed }), reject)
        },
        onShellError: error => {
          clearTimeout(limit)
          reject(error)
        },
        onError: error => {
          failed = true
          console.error(error)
        },
      },
    )
    const limit = setTimeout(abort, patience)
  })
}

/** A bug, as against a thrown response: it goes to the log. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return
  console.error(
    JSON.stringify({
      level: 'error',
      requestId: context?.requestId,
      path: loggedPath(new URL(request.url).pathname),
    }),
    error,
  )
}
