import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

/**
 * A rendered page, whole. React's server leaves empty bytes (NUL) where a character of more than one byte falls on the
 * edge of its 2 KiB buffer (facebook/react#24985); no page holds one of its own, since HTML forbids it.
 */
export async function wholePage(rendered: Readable): Promise<Buffer> {
  return withoutEmptyBytes(await buffer(rendered))
}

/** The same bytes in their order, every 0x00 left out; the given buffer itself where it has none. */
export function withoutEmptyBytes(page: Buffer): Buffer {
  if (!page.includes(0)) return page
  const kept = Buffer.allocUnsafe(page.length)
  let length = 0
  for (let from = 0; from < page.length; ) {
    const empty = page.indexOf(0, from)
    const to = empty === -1 ? page.length : empty
    length += page.copy(kept, length, from, to)
    from = to + 1
  }
  return kept.subarray(0, length)
}
