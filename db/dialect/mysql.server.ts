import { CompiledQuery, type DatabaseConnection, MysqlDialect } from 'kysely'
import { createPool, type Pool, type PoolOptions } from 'mysql2'
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
    connection.query = ((sql: unknown, parameters: unknown, done: unknown) =>
      Array.isArray(parameters)
        ? query(sql as string, checkParameters(parameters), done as never)
        : query(sql as string, parameters as never, done as never)) as typeof connection.query
  })
  return pool
}
