import type { EligibilityCode } from './eligibility.rule.ts'

const applicationDocuments = [
  'ID_FRONT',
  'ID_BACK',
  'PHOTO',
  'DEGREE',
  'GRADE',
  'RESULT',
  'RETIREMENT',
  'TEACHER_CERTIFICATE',
] as const

export type ApplicationDocument = (typeof applicationDocuments)[number]

/** What proves that a rule is met; nothing more is asked for before anybody is chosen (domain.md 9.4). */
const proofs: Partial<Record<EligibilityCode, ApplicationDocument>> = {
  'education-held': 'DEGREE',
  'grade-held': 'GRADE',
  'result-held': 'RESULT',
  'retired-held': 'RETIREMENT',
  'certificate-held': 'TEACHER_CERTIFICATE',
}

/** The papers that the unit will look at, in their usual order, and whether the person has handed each in. */
export function documentsFor(
  codes: readonly EligibilityCode[],
  held: readonly string[],
): { kind: ApplicationDocument; isHeld: boolean }[] {
  const wanted = new Set<string | undefined>([
    'ID_FRONT',
    'ID_BACK',
    'PHOTO',
    ...codes.map(code => proofs[code]),
  ])
  return applicationDocuments
    .filter(kind => wanted.has(kind))
    .map(kind => ({ kind, isHeld: held.includes(kind) }))
}
