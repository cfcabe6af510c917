import { isDay } from '#app/calendar-day.ts'
import {
  type ComplianceReport,
  complianceReport,
  type ReportScope,
} from '#app/features/compliance/compliance-report.server.ts'
import type { Command, CommandInput } from '../command.ts'

export const command: Command = {
  usage: 'compliance (--school CODE | --unit CODE | --city) --from D --to D',
  summary: 'class-days expected, reported and compliant from one day to another',
  options: {
    school: { type: 'string' },
    unit: { type: 'string' },
    city: { type: 'boolean' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  run: async ({ db, values, json, print, complain }) => {
    const asked = askedOf(values)
    const { from, to } = values
    if (asked === null || typeof from !== 'string' || typeof to !== 'string') {
      complain(`${command.usage}\nexactly one of --school, --unit and --city, and both days`)
      return 2
    }
    if (!isDay(from) || !isDay(to) || from > to) {
      complain('--from and --to are days such as 2025-09-01, the first not after the last')
      return 2
    }
    const answer = await complianceReport(db, { kind: 'city' }, asked, { from, to })
    if (!answer.ok) {
      complain(`${answer.refusal}: ${'school' in asked ? asked.school : 'unit' in asked ? asked.unit : ''}`)
      return 3
    }
    print(json ? JSON.stringify(answer.report) : tableOf(answer.report))
    return 0
  },
}

function askedOf(values: CommandInput['values']): ReportScope | null {
  const { school, unit, city } = values
  const given = [school, unit, city].filter(value => value !== undefined && value !== false)
  if (given.length !== 1) return null
  if (typeof school === 'string') return { school }
  if (typeof unit === 'string') return { unit }
  return { city: true }
}

const columns = ['expected', 'exempt', 'reported', 'floorMet', 'targetMet', 'missing'] as const

function tableOf(report: ComplianceReport): string {
  const head = ['', ...columns, 'floor', 'target', 'reporting']
  const rows = report.schools.map(one => rowOf(`${one.unit} ${one.code ?? ''} ${one.name}`, one))
  const total = rowOf(JSON.stringify(report.scope), report)
  return [`${report.from} – ${report.to}`, head, ...rows, total]
    .map(line => (Array.isArray(line) ? line.join('\t') : line))
    .join('\n')
}

function rowOf(name: string, one: Pick<ComplianceReport, 'classDays' | 'rate'>): string[] {
  const percent = (rate: number | null) => (rate === null ? '–' : `${(rate * 100).toFixed(2)}%`)
  return [
    name,
    ...columns.map(column => String(one.classDays[column])),
    percent(one.rate.floor),
    percent(one.rate.target),
    percent(one.rate.reporting),
  ]
}
