import { migrateDatabase } from '#db/connection.server.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  usage: 'migrate',
  summary: 'bring the database to the current schema',
  options: {},
  needsSchema: false,
  run: async ({ db, json, print }) => {
    const done = (await migrateDatabase(db)) ?? []
    const names = done.map(result => result.migrationName)
    print(json ? JSON.stringify({ applied: names }) : names.length === 0 ? 'up to date' : names.join('\n'))
    return 0
  },
}
