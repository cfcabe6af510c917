import { type FileRefusal, whyNotTaken } from '#app/files/file-kind.rule.ts'
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

export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const

export type DocumentType = (typeof documentTypes)[number]

export const mostDocumentBytes = 5 * 1024 * 1024

/** Papers one person may keep here at a time. */
export const mostDocuments = 30

/** The states of an application in which its medical is looked at (domain.md 9.4): before them nobody hands one in, or opens one. */
export const medicalStates: readonly ApplicationState[] = [
  'MEDICAL',
  'VETTING',
  'PUBLICITY',
  'APPROVED',
  'PROBATION',
]

export type DocumentRefusal = FileRefusal | 'too-many' | 'not-called' | 'no-profile'

/** Why a file is not taken; null when it is. */
export function whyNoDocument(file: { name: string; bytes: Uint8Array }): FileRefusal | null {
  return whyNotTaken(file, { types: documentTypes, mostBytes: mostDocumentBytes })
}
