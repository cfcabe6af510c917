import type { ApplicationState } from '#db/tables.ts'

/** Papers that people hand in (domain.md 9.4); those of the medical are asked of finalists only. */
export const documentKinds = [
  'ID_FRONT',
  'ID_BACK',
  'PHOTO',
  'DEGREE',
  'GRADE',
  'RESULT',
  'RETIREMENT',
  'TEACHER_CERTIFICATE',
  'COACH_TITLE',
  'MEDICAL',
  'OTHER',
] as const

export type DocumentKind = (typeof documentKinds)[number]

export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png'

export const mostDocumentBytes = 5 * 1024 * 1024

/** Papers one person may keep here at a time. */
export const mostDocuments = 30

const beginnings: readonly [MediaType, readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

const endings: Record<MediaType, RegExp> = {
  'application/pdf': /\.pdf$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
}

/** The states of an application in which its medical is looked at (domain.md 9.4): before them nobody hands one in, or opens one. */
export const medicalStates: readonly ApplicationState[] = [
  'MEDICAL',
  'VETTING',
  'PUBLICITY',
  'APPROVED',
  'PROBATION',
]

/** What a file is by its content; null for anything that is not taken. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const found = beginnings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))
  return found?.[0] ?? null
}

export type DocumentRefusal =
  | 'no-file'
  | 'too-large'
  | 'not-taken'
  | 'forged'
  | 'too-many'
  | 'not-called'
  | 'no-profile'

/** Why a file is not taken; null when it is. A name that promises another content is a forged file. */
export function whyNoDocument(file: { name: string; bytes: Uint8Array }): DocumentRefusal | null {
  if (file.bytes.length === 0) return 'no-file'
  if (file.bytes.length > mostDocumentBytes) return 'too-large'
  const type = mediaTypeOf(file.bytes)
  const promises = Object.values(endings).some(ending => ending.test(file.name))
  if (type === null) return promises ? 'forged' : 'not-taken'
  return endings[type].test(file.name) ? null : 'forged'
}
