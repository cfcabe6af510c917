import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { verifyAuditChain } from '#app/features/audit/verify-audit.server.ts'
import type { Command } from '../command.ts'

const shownDifferences = 20

export const command: Command = {
  usage: 'verify',
  summary: 'recompute every roll-up from the activities and the audit chain; exit 3 where they differ',
  options: {},
  run: async ({ db, json, print }) => {
    const rollups = await verifyRollups(db)
    const audit = await verifyAuditChain(db)
    const differences = rollups.length + audit.length
    if (json) print(JSON.stringify({ differences, rollups, audit }))
    else {
      print(`${differences} differences`)
      for (const one of [...rollups, ...audit].slice(0, shownDifferences)) print(JSON.stringify(one))
    }
    return differences === 0 ? 0 : 3
  },
}
