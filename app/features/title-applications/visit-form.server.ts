import { newId } from '#db/write.server.ts'
import { checkVerdicts, type VisitEntry, visitVerdicts } from './visit.rule.ts'

const check = 'check-'

/** What was posted of a visit, as it was entered. */
export function visitEntry(entered: Readonly<Record<string, string>>): VisitEntry {
  const codes = Object.keys(entered).flatMap(name => /^(?:check|note)-(.+)$/.exec(name)?.[1] ?? [])
  return {
    visitedOn: entered.visitedOn ?? '',
    visitors: entered.visitors ?? '',
    findings: entered.findings ?? '',
    verdict: visitVerdicts.find(one => one === entered.verdict) ?? null,
    checks: [...new Set(codes)].map(code => ({
      code,
      verdict: checkVerdicts.find(one => one === entered[check + code]) ?? null,
      note: entered[`note-${code}`] ?? '',
    })),
  }
}

/** Under which a further visit will be known. */
export function newVisitId(): string {
  return newId()
}
