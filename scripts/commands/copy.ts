import { basename } from 'node:path'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { type Comparison, compareRows } from '#db/backup/compare-rows.server.ts'
import { fillTarget } from '#db/backup/fill-target.server.ts'
import { batchesOf, type Snapshot, withSnapshot } from '#db/backup/snapshot.server.ts'
import { openSource } from '#db/backup/source.server.ts'
import { inTransaction } from '#db/write.server.ts'
import type { Command, CommandInput, ExitCode } from '../command.ts'
import { formsOfUrl, isDatabaseUrl, shownUrl } from './database-url.ts'
import { refuse, tellLeftOut } from './tell.ts'

const shownDifferences = 20

export const command: Command = {
  usage: 'copy --from URL --to URL',
  summary:
    'copies the whole database where nothing stands, on either engine, then compares row by row; exit 1 where rows differ',
  options: { from: { type: 'string' }, to: { type: 'string' } },
  needsSchema: false,
  run: copy,
}

async function copy(input: CommandInput): Promise<ExitCode> {
  const { values, positionals, json, print, complain } = input
  const { from, to } = values
  const areUrls =
    typeof from === 'string' && typeof to === 'string' && isDatabaseUrl(from) && isDatabaseUrl(to)
  if (!areUrls || positionals.length > 0) {
    complain(`${command.usage}\n${formsOfUrl}`)
    return 2
  }
  const opened = await openSource(from)
  if (!opened.ok) return refuse(input, shownUrl(from), opened.refusal)
  const { source } = opened
  try {
    const copied = await withSnapshot(source.db, snapshot => copyInto(to, snapshot, input))
    if (!copied.ok) return refuse(input, shownUrl(to), copied.refusal)
    const { comparison, entry } = copied
    const areEqual = comparison.differences === 0
    if (areEqual && source.isCopy) complain('the server holds the database: this copy is not in its audit')
    if (areEqual && !source.isCopy) await inTransaction(source.db, tx => recordAudit(tx, input.actor, entry))
    const answer = {
      status: areEqual ? 'done' : 'different',
      from: shownUrl(from),
      to: shownUrl(to),
      ...comparison,
    }
    print(json ? JSON.stringify(answer) : linesOf(shownUrl(to), comparison).join('\n'))
    return areEqual ? 0 : 1
  } finally {
    await source.close()
  }
}

/** Fills the target and compares it with what stood at the moment of the copy; where a row differs nothing is kept. */
async function copyInto(to: string, snapshot: Snapshot, input: CommandInput) {
  const { version, tables, engine } = snapshot
  tellLeftOut(input, snapshot.leftOut)
  const state = { comparison: { rows: 0, differences: 0, first: [] } as Comparison }
  const entry = () => ({
    action: 'database.copy',
    subjectKind: 'database',
    subjectId: basename(shownUrl(to)),
    detail: { engine, schema: version, rows: state.comparison.rows },
  })
  const filled = await fillTarget(
    to,
    { version, tables, batches: batchesOf(snapshot) },
    {
      isRight: async db => {
        state.comparison = await compareRows(snapshot, db, shownDifferences)
        return state.comparison.differences === 0
      },
      finish: tx => recordAudit(tx, input.actor, entry()),
    },
  )
  return filled.ok ? { ok: true as const, comparison: state.comparison, entry: entry() } : filled
}

function linesOf(to: string, { rows, differences, first }: Comparison): string[] {
  if (differences === 0) return [`${to}: ${rows} rows, all equal`]
  return [
    `${to}: ${differences} of ${rows} rows differ, nothing was kept`,
    ...first.map(one => JSON.stringify(one)),
  ]
}
