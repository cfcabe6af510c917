import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Expectation } from './expectation.ts'
import { layOut, type Made } from './expected.ts'
import { writers } from './write/formats.ts'
import { resave } from './write/office.ts'

// Makes the corpus anew: npx tsx test/corpus/make-corpus.ts [parts of files' names]. LibreOffice's soffice must be there;
// with --expectations only what must come of the files is written anew.

const folder = join(import.meta.dirname, 'workbooks')
mkdirSync(folder, { recursive: true })
const asked = process.argv.slice(2)
const parts = asked.filter(one => !one.startsWith('--'))
const made = layOut().filter(({ file }) => parts.length === 0 || parts.some(part => file.includes(part)))
if (!asked.includes('--expectations')) await writeWorkbooks(made)
for (const { file, expectation } of made) writeFileSync(join(folder, `${file}.json`), written(expectation))
console.log(`${made.length} workbooks`)

async function writeWorkbooks(made: readonly Made[]): Promise<void> {
  const bytes = await Promise.all(made.map(({ writer, papers }) => writers[writer](papers)))
  const byOffice = made.flatMap(({ office }, index) =>
    office === undefined ? [] : [{ index, office, bytes: bytes[index]! }],
  )
  const saved = byOffice.length > 0 ? resave(byOffice) : []
  for (const [at, { index }] of byOffice.entries()) bytes[index] = saved[at]!
  for (const [index, { file }] of made.entries()) writeFileSync(join(folder, file), bytes[index]!)
}

/** One row and one flagged cell a line, so that a change shows as what it is. */
function written({ rows, problems, ...others }: Expectation): string {
  const lines = (list: readonly object[]) => list.map(one => `  ${JSON.stringify(one)}`).join(',\n')
  const head = JSON.stringify(others).slice(1, -1)
  return `{ ${head},\n "rows": [\n${lines(rows)}\n ],\n "problems": [\n${lines(problems)}\n ] }\n`
}
