import postgres from 'postgres';

/** Where a PostgreSQL server is: a URL, or the socket folder of the embedded server. */
export type Connection = string | { host: string; user: string; database: string };

/** The database handle of the whole project: tagged templates, columns in camelCase. */
export type Sql = postgres.Sql<{ bigint: number }>;

/** A handle inside a transaction. */
export type Transaction = postgres.TransactionSql<{ bigint: number }>;

/** What a query function takes: it does not care whether a transaction is open. */
export type Db = Sql | Transaction;

const oid = { int8: 20, date: 1082, time: 1083, timestamptz: 1184 };

/**
 * Opens a pool. Its first query must not carry an array: the driver learns how to write arrays from the answer to the
 * first one (the server's is that of the migrations). Columns arrive in camelCase; `timestamptz` as an ISO 8601 string in UTC, `date` as
 * `YYYY-MM-DD`, `time` as `HH:MM`, `bigint` as a number (no counter here reaches 2^53).
 */
export function openPool(connection: Connection, options: { max?: number; idleTimeout?: number } = {}): Sql {
  const settings = {
    max: options.max ?? 10,
    ...(options.idleTimeout === undefined ? {} : { idle_timeout: options.idleTimeout }),
    onnotice: () => {},
    connect_timeout: 5,
    // A database that was away is tried again at once, not after the library's twenty seconds.
    backoff: () => 0.2,
    connection: { application_name: 'huhudao', TimeZone: 'UTC' },
    transform: { column: { from: postgres.toCamel } },
    types: {
      bigint: {
        to: oid.int8,
        from: [oid.int8],
        serialize: (value: number) => String(value),
        parse: (text: string) => Number(text),
      },
      date: {
        to: oid.date,
        from: [oid.date],
        serialize: (day: string) => day,
        parse: (text: string) => text,
      },
      time: {
        to: oid.time,
        from: [oid.time],
        serialize: (time: string) => time,
        parse: (text: string) => text.slice(0, 5),
      },
      timestamptz: {
        to: oid.timestamptz,
        from: [oid.timestamptz],
        serialize: (instant: string) => instant,
        parse: (text: string) => new Date(text).toISOString(),
      },
    },
  };
  return typeof connection === 'string'
    ? postgres(connection, settings)
    : postgres({ ...settings, ...connection });
}
