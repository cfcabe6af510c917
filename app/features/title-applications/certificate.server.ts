import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findTitle } from '#app/features/designation/designations.queries.server.ts'
import {
  type CertificateRefusal,
  titleCertificate,
} from '#app/features/designation/title-certificate.server.ts'
import type { TitleState } from '#app/features/designation/title-state.rule.ts'
import type { Db } from '#db/tables.ts'
import { findCertificate } from './certificates.queries.server.ts'
import { namesIn } from './notice.rule.ts'
import { titleNames } from './notice-paper.text.ts'

export type PrintedCertificate =
  | { ok: true; number: string; schoolName: string; pdf: Buffer }
  | { ok: false; refusal: 'not-found' }
  | { ok: false; refusal: CertificateRefusal; characters: string }

/**
 * The certificate of a title that the scope sees, as it was named, whatever school and batch are called since. A title
 * that was revoked is not printed any more, and one that a sheet brought in has none.
 */
export async function printCertificate(
  db: Db,
  scope: Scope,
  asked: { titleId: string; today: Day },
): Promise<PrintedCertificate> {
  const title = await findTitle(db, scope, asked.titleId, asked.today)
  if (title === undefined || title.certificate === '') return { ok: false, refusal: 'not-found' }
  if (title.endKind === 'REVOKED' && title.validTo < asked.today) return { ok: false, refusal: 'not-found' }
  const certificate = await findCertificate(db, title.certificate)
  if (certificate === undefined) return { ok: false, refusal: 'not-found' }
  const { number, schoolName, level, document, validFrom, validTo, namedOn } = certificate
  const printed = await titleCertificate({
    ...{ schoolName, level, document, certificateNumber: number, day: namedOn },
    titleName: titleNames[level],
    sports: namesIn(certificate.sports),
    period: { validFrom, validTo },
    organisers: namesIn(certificate.organisers),
  })
  return printed.ok ? { ok: true, number, schoolName, pdf: printed.pdf } : printed
}

/** Whether a title has a certificate that is printed. */
export async function hasCertificate(
  db: Db,
  { line, certificate }: { line: { state: TitleState }; certificate: string },
): Promise<boolean> {
  if (certificate === '' || line.state === 'REVOKED') return false
  return (await findCertificate(db, certificate)) !== undefined
}
