/** PostgreSQL settings by name, as in postgresql.conf; sizes as text with their unit. */
export type ServerSettings = Record<string, string | number | boolean>;

/**
 * Sized for one street on a machine with 2 cores and 4 GB.
 * Durability is not a matter of taste here: an acknowledged visit survives a power cut.
 */
const productionSettings: ServerSettings = {
  fsync: true,
  synchronous_commit: 'on',
  full_page_writes: true,
  max_connections: 100,
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  random_page_cost: 1.1,
  jit: false,
  log_checkpoints: false,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Values in failing statements and in error details are personal data: the log gets neither.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** For tests that may lose their data: nothing is forced to disk. */
export const throwAwaySettings: ServerSettings = {
  fsync: false,
  synchronous_commit: 'off',
  full_page_writes: false,
  max_connections: 200,
  autovacuum_naptime: '10min',
};

/** Command-line arguments for our settings, then the caller's, which win. */
export function settingArguments(wanted: ServerSettings): string[] {
  const settings = { ...productionSettings, ...wanted };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${settingText(value)}`]);
}

function settingText(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}

/** Whether these settings give up safety against a power cut. */
export function isThrowAway(wanted: ServerSettings): boolean {
  return wanted['fsync'] === false || wanted['fsync'] === 'off';
}
