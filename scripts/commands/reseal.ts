import { reseal } from '#app/features/personal-data/reseal.server.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  usage: 'reseal',
  summary:
    'seals every ID number, contact and paper under the newest data key; then the older may be taken away',
  options: {},
  run: async ({ db, json, print }) => {
    const done = await reseal(db)
    print(json ? JSON.stringify(done) : `${done.values} values and ${done.files} files sealed anew`)
    return 0
  },
}
