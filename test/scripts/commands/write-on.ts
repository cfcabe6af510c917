import { openDatabase } from '#db/connection.server.ts'
import { insertAll, inTransaction } from '#db/write.server.ts'

/** Holds an embedded database as a server does, and writes pairs of rows to it until it is ended. */
const db = openDatabase(process.argv[2] ?? '')
for (let count = 0; ; count += 1) {
  const value = 'x'.repeat(2_000)
  await inTransaction(db, async tx => {
    await insertAll(tx, 'setting', [{ name: `left ${count}`, value }])
    await insertAll(tx, 'setting', [{ name: `right ${count}`, value }])
  })
  if (count === 0) console.log('writing')
  await new Promise(setImmediate)
}
