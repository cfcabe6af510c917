import { CompiledQuery, type DatabaseConnection, MysqlDialect } from 'kysely'
import { createPool, type Pool, type PoolOptions } from 'mysql2'
import { StreamedRows } from './load-rows.ts'
import { checkParameters } from './parameters.ts'

/** Kysely's dialect over a mysql2 pool, for MySQL 8 and MariaDB 10.11. */
export function mysqlDialect(url: string, connections: number): MysqlDialect {
  return new MysqlDialect({
    pool: async () => guardParameters(createPool(poolOptions(url, connections))),
    onCreateConnection: prepareSession,
  })
}

function poolOptions(url: string, connections: number): PoolOptions {
  return {
    uri: url,
    connectionLimit: connections,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    decimalNumbers: true,
    supportBigNumbers: true,
    flags: ['+FOUND_ROWS'],
    multipleStatements: false,
  }
}

/** The same strictness on every server, whatever its configuration says. */
async function prepareSession(connection: DatabaseConnection): Promise<void> {
  for (const statement of [
    "set session sql_mode = 'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION'",
    "set session time_zone = '+00:00'",
    'set session transaction isolation level read committed',
  ]) {
    await connection.executeQuery(CompiledQuery.raw(statement))
  }
}

function guardParameters(pool: Pool): Pool {
  pool.on('connection', connection => {
    const query = connection.query.bind(connection)
    const execute = connection.execute.bind(connection)
    connection.query = ((sql: unknown, parameters: unknown, done: unknown) => {
      if (!Array.isArray(parameters)) return query(sql as string, parameters as never, done as never)
      const [first, ...others] = parameters
      if (first instanceof StreamedRows) {
        const values = checkParameters(others)
        return query({ sql: sql as string, values, infileStreamFactory: first.open }, done as never)
      }
      const checked = checkParameters(parameters)
      return checked.some(value => value instanceof Uint8Array)
        ? executeOnce(sql as string, checked.map(asBuffer), done as never)
        : query(sql as string, checked, done as never)
    }) as typeof connection.query

    /** Bytes go as they are: written into the statement they would double and outgrow the server's packet. */
    function executeOnce(sql: string, values: unknown[], done: Parameters<typeof execute>[2]) {
      return execute(
        sql,
        values as never,
        ((error, ...answer) => {
          if (error === null) connection.unprepare(sql)
          done?.(error, ...answer)
        }) as typeof done,
      )
    }
  })
  return pool
}

function asBuffer(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value
}
