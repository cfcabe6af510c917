export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp'

/** Which files are taken somewhere. */
export interface FileTerms {
  types: readonly MediaType[]
  mostBytes: number
}

export type FileRefusal = 'no-file' | 'too-large' | 'not-taken' | 'forged'

/** What each type begins with: bytes at their places. */
const beginnings: Record<MediaType, readonly [at: number, bytes: readonly number[]][]> = {
  'application/pdf': [[0, [0x25, 0x50, 0x44, 0x46, 0x2d]]],
  'image/jpeg': [[0, [0xff, 0xd8, 0xff]]],
  'image/png': [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]],
  'image/webp': [
    [0, [0x52, 0x49, 0x46, 0x46]],
    [8, [0x57, 0x45, 0x42, 0x50]],
  ],
}

const endings: Record<MediaType, RegExp> = {
  'application/pdf': /\.pdf$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
  'image/webp': /\.webp$/i,
}

/** Which of the types a file is by its content; null for none of them. */
export function mediaTypeOf<Type extends MediaType>(bytes: Uint8Array, types: readonly Type[]): Type | null {
  const isLike = (type: Type) =>
    beginnings[type].every(([from, beginning]) => beginning.every((byte, at) => bytes[from + at] === byte))
  return types.find(isLike) ?? null
}

/** Why a file is not taken; null when it is. A name that promises another content is a forged file. */
export function whyNotTaken(
  file: { name: string; bytes: Uint8Array },
  { types, mostBytes }: FileTerms,
): FileRefusal | null {
  if (file.bytes.length === 0) return 'no-file'
  if (file.bytes.length > mostBytes) return 'too-large'
  const type = mediaTypeOf(file.bytes, types)
  if (type === null) return types.some(one => endings[one].test(file.name)) ? 'forged' : 'not-taken'
  return endings[type].test(file.name) ? null : 'forged'
}
