import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { databaseUrl, migrateDatabase, openDatabase } from '#db/connection.server.ts'
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'

const shared = { json: { type: 'boolean' }, as: { type: 'string' }, help: { type: 'boolean' } } as const

// Whoever reads the answer may have had enough of it, as `| head` has: what was to be done is done all the same.
process.stdout.on('error', error => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2))

/** 0 done, 1 a fault, 2 wrong usage, 3 refused. */
async function main([name = '', ...rest]: string[]): Promise<number> {
  const command = commands[name]
  if (command === undefined) {
    console.error(usageOfAll())
    return name === '' || name === 'help' || name === '--help' ? 0 : 2
  }
  const parsed = parse(command, rest)
  if (!parsed.ok) {
    console.error(`${parsed.message}\n${command.usage}`)
    return 2
  }
  if (parsed.values.help === true) {
    console.log(`${command.usage}\n  ${command.summary}`)
    return 0
  }
  return run(command, parsed.values, parsed.positionals)
}

type Values = Record<string, string | boolean | undefined>

function parse(command: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, ...shared },
      allowPositionals: true,
      strict: true,
    })
    return { ok: true as const, values: values as Values, positionals }
  } catch (error) {
    // parseArgs tells a wrong option by throwing; its message is the answer.
    return { ok: false as const, message: error instanceof Error ? error.message : String(error) }
  }
}

async function run(command: Command, values: Values, positionals: string[]): Promise<number> {
  const db = openDatabase(databaseUrl(), { connections: 4 })
  try {
    if (command.needsSchema !== false) await migrateDatabase(db)
    return await command.run({
      db,
      values,
      positionals,
      json: values.json === true,
      print: line => console.log(line),
      complain: line => console.error(line),
      actor: { id: null, name: typeof values.as === 'string' ? values.as : userInfo().username },
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    if (process.env.DEBUG !== undefined) console.error(error)
    return 1
  } finally {
    await db.destroy()
  }
}

function usageOfAll(): string {
  const lines = Object.values(commands).map(command => `  ${command.usage}\n      ${command.summary}`)
  return `npm run -s cli -- <command> [--json] [--as LOGIN]\n${lines.join('\n')}`
}
