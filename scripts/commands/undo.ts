import { today } from '#app/calendar-day.ts'
import { undoRefusals } from '#app/features/imports/imports.text.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { say } from '#app/i18n/text.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  usage: 'undo <import-id>',
  summary: 'puts back what stood before a committed import, or refuses with the reason',
  options: {},
  run: async ({ db, positionals, json, print, complain, actor }) => {
    const [id = '', ...more] = positionals
    if (id === '' || more.length > 0) {
      complain(command.usage)
      return 2
    }
    const result = await undoImport(db, { id, scope: { kind: 'city' }, actor, today: today() })
    if (result.ok) {
      print(json ? JSON.stringify({ import: id, status: 'undone' }) : `${id}: undone`)
      return 0
    }
    const { refusal, later } = result
    const message = say('zh-CN', undoRefusals[refusal])
    if (json)
      print(
        JSON.stringify({ import: id, status: 'refused', reason: refusal, message, later: later?.id ?? null }),
      )
    else
      complain([`${id}: ${refusal}`, message, ...(later ? [`${later.id} ${later.fileName}`] : [])].join('\n'))
    return 3
  },
}
