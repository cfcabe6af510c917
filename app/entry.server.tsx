import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from './nonce.ts'

const patience = 10_000

/** Renders the whole page before the first byte goes out: half the memory, and it is compressed once. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  frame: AppLoadContext,
): Promise<Response> {
  const { page, failed } = await render(request.url, remixContext, frame?.nonce ?? '')
  headers.set('Content-Type', 'text/html; charset=utf-8')
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
          buffer(pipe(new PassThrough())).then(page => resolve({ page, failed }), reject)
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
    JSON.stringify({ level: 'error', requestId: context?.requestId, path: new URL(request.url).pathname }),
    error,
  )
}
