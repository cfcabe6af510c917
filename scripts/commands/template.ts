import { writeFile } from 'node:fs/promises'
import { today } from '#app/calendar-day.ts'
import { listTerms } from '#app/features/calendar/calendar.queries.server.ts'
import { makeTemplate } from '#app/features/imports/make-template.server.ts'
import { templateSheets } from '#app/features/imports/sheet-name.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import type { Command } from '../command.ts'

const city = { kind: 'city' } as const

export const command: Command = {
  usage: 'template <sheet> [--school CODE] [--term T] -o FILE.xlsx',
  summary: `writes the sheet's template, filled in beforehand for the school; sheets: ${templateSheets.join(', ')}`,
  options: {
    school: { type: 'string' },
    term: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  run: async ({ db, values, positionals, json, print, complain }) => {
    const sheet = templateSheets.find(one => one === positionals[0])
    const { school: code, term: termId, output } = values
    if (sheet === undefined || typeof output !== 'string' || !output.endsWith('.xlsx')) {
      complain(`${command.usage}\n<sheet> is one of ${templateSheets.join(', ')}`)
      return 2
    }
    if (sheet === 'activity-week' && code === undefined) {
      complain('activity-week is made for a school: --school CODE')
      return 2
    }
    const now = today()
    const term = (await listTerms(db)).find(one => one.id === termId)
    const school = typeof code === 'string' ? await findSchoolByCode(db, city, code, now) : null
    if (school === undefined || (termId !== undefined && term === undefined)) {
      complain(school === undefined ? `no school has the code ${code}` : `no term is called ${termId}`)
      return 3
    }
    const isNow = term === undefined || (term.firstDay <= now && now <= term.lastDay)
    const day = isNow ? now : term.firstDay
    await writeFile(output, await makeTemplate(db, city, sheet, { locale: 'zh-CN', school, day }))
    print(json ? JSON.stringify({ sheet, file: output, school: school?.code ?? null }) : output)
    return 0
  },
}
