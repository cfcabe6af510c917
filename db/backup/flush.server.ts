import { open } from 'node:fs/promises'

/** After this a power cut leaves a file with its bytes, or a folder with its names, as they are. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
