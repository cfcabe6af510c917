import { buffer } from 'node:stream/consumers'

/** All bytes of a file that comes piece by piece. */
export async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await buffer(pieces))
}
