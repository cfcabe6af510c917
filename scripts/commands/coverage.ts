import { z } from 'zod'
import { isDay, today } from '#app/calendar-day.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { coverageJson } from '#app/features/program/coverage-json.ts'
import { explainPlacements } from '#app/features/program/explain-coverage.server.ts'
import { livingText, whyNotLivingWords } from '#app/features/program/living.text.ts'
import { stages } from '#app/features/program/program.rule.ts'
import { type CoverageReport, readCoverage } from '#app/features/program/read-coverage.server.ts'
import { resolveUnit } from '#app/features/regions/units.queries.server.ts'
import { say } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import type { Command } from '../command.ts'

const Options = z.object({
  unit: z.string().optional(),
  'as-of': z.string().refine(isDay, 'not a day').optional(),
})

/** The 5621 coverage of the city or of one unit. */
export const command: Command = {
  usage: 'coverage [--unit CODE] [--as-of D]',
  summary: 'which units meet the 5621 plan on a day, and what the others lack',
  options: { unit: { type: 'string' }, 'as-of': { type: 'string' } },
  run: async ({ db, values, json, print, complain }) => {
    const options = Options.safeParse(values)
    if (!options.success) {
      complain(z.prettifyError(options.error))
      return 2
    }
    const { unit: wanted, 'as-of': asOf = today() } = options.data
    const unit = wanted === undefined ? undefined : await resolveUnit(db, wanted)
    if (wanted !== undefined && unit === undefined) {
      complain(say('zh-CN', coverageText.unitUnknown, { unit: wanted }))
      return 3
    }
    const report = await readCoverage(db, { kind: 'city' }, { asOf, unitCode: unit?.code })
    if (report === null) {
      complain(say('zh-CN', coverageText.noRule, { asOf }))
      return 3
    }
    if (json) print(JSON.stringify(coverageJson(report)))
    else for (const line of [...tableOf(report), ...(await notLivingOf(db, report))]) print(line)
    return 0
  },
}

function tableOf(report: CoverageReport): string[] {
  const lines = [
    say('zh-CN', coverageText.cityAnswer, { met: report.unitsMet, obliged: report.unitsObliged }),
    say('zh-CN', coverageText.asOf, { asOf: report.asOf }),
  ]
  for (const unit of report.units) {
    lines.push('', `${unit.code} ${unit.name}  ${say('zh-CN', coverageText.unitAnswer, unit)}`)
    for (const sport of unit.sports) {
      const numbers = stages.map(stage => {
        const { have, need, living } = sport.stages[stage]
        return `${say('zh-CN', coverageText.stageShort[stage])} ${have}/${need} ◆${living}`
      })
      const name = report.sports.get(sport.code)?.name ?? sport.code
      const verdict = say('zh-CN', sport.met ? coverageText.met : coverageText.short)
      lines.push(`  ${name}\t${numbers.join('\t')}\t${verdict}${sport.met ? '' : ` ${sport.gap}`}`)
    }
  }
  lines.push('', `◆ ${say('zh-CN', livingText.means, report.rule)}`)
  return lines
}

/** Each placement that counts and does not live, with the reasons. */
async function notLivingOf(db: Db, report: CoverageReport): Promise<string[]> {
  const lines = ['', `${say('zh-CN', livingText.notLiving)}：`]
  for (const unit of report.units) {
    const asked = { asOf: report.asOf, unit, seesChecks: true }
    for (const one of await explainPlacements(db, { kind: 'city' }, asked)) {
      if (one.life === null || one.life.lives) continue
      const sport = report.sports.get(one.sport)?.name ?? one.sport
      const stage = say('zh-CN', coverageText.stage[one.stage])
      lines.push(`  ${one.name}\t${sport}\t${stage}\t${whyNotLivingWords('zh-CN', one.life.why)}`)
    }
  }
  return lines
}
