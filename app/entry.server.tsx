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
  const nonce = frame?.nonce ?? ''
  let failed = false
  const page = await new Promise<Buffer>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => resolve(buffer(pipe(new PassThrough()))),
        onShellError: reject,
        onError: error => {
          failed = true
          console.error(error)
        },
      },
    )
    setTimeout(abort, patience).unref()
  })
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(new Uint8Array(page), { headers, status: failed ? 500 : status })
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
