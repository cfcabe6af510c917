import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditActions } from '#app/features/audit/audit.text.ts'

/** The codes that features write: `action: 'school.create'`, or chosen between two. */
function recordedActions(): string[] {
  const files = readdirSync('app/features', { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.server.ts'),
  )
  const lines = files.flatMap(
    name => readFileSync(`app/features/${name}`, 'utf8').match(/\baction: .*|auditOwn\(.*/g) ?? [],
  )
  return lines.flatMap(line => line.match(/'[a-z-]+\.[a-z-]+'/g) ?? []).map(quoted => quoted.slice(1, -1))
}

test('everything that is audited has words in the log and in its filter', () => {
  const recorded = recordedActions()

  expect(recorded).toContain('account.sign-out')
  expect(recorded.filter(action => auditActions[action] === undefined)).toEqual([])
})
