import { rmSync } from 'node:fs'
import { today } from '#app/calendar-day.ts'
import { migrateDatabase } from '#db/connection.server.ts'

process.env.NODE_ENV = 'production'
process.env.LOG_LEVEL ??= 'warn'
process.env.SHOW_CODES ??= '1'
process.env.DATABASE_URL = 'file:./data/demo/sports.db'

rmSync('data/demo', { recursive: true, force: true })

// Imported only now: the connection opens the file named above.
const { db } = await import('#db/index.server.ts')
const { loadDemoCity } = await import('./demo/load-demo-city.ts')
const { startServer } = await import('./serve/start-server.ts')

await migrateDatabase(db)
const city = await loadDemoCity(db, { today: today(), log: line => console.log(line) })
await startServer()

console.log(`demo accounts, all with the password ${city.password}`)
for (const account of city.accounts) console.log(`  ${account.login.padEnd(8)} ${account.name}`)
