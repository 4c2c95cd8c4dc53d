import type { Sql } from '@huhudao/db';

type Line = { tableName: string; line: string };

export async function listExtensions(sql: Sql): Promise<{ name: string }[]> {
  return await sql`select extname as name from pg_extension where extname <> 'plpgsql' order by extname`;
}

/** In the order of the table; a change of order matters to nobody, yet it is a change. */
export async function listColumns(sql: Sql): Promise<Line[]> {
  return await sql`
    select table_class.relname as table_name,
      concat_ws(' ',
        attname,
        format_type(atttypid, atttypmod),
        case when attnotnull then 'not null' end,
        case when attidentity <> '' then 'identity' end,
        case when attgenerated <> '' then 'generated' else 'default' end || ' ' || pg_get_expr(adbin, adrelid)
      ) as line
    from pg_attribute
    join pg_class table_class on table_class.oid = attrelid and table_class.relkind in ('r', 'p', 'v')
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where table_class.relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
    order by table_class.relname, attnum`;
}

/** Constraints without those of columns that only say "not null". */
export async function listConstraints(sql: Sql): Promise<Line[]> {
  return await sql`
    select relname as table_name, 'constraint ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid) as line
    from pg_constraint
    join pg_class on pg_class.oid = conrelid
    where pg_constraint.connamespace = 'public'::regnamespace and contype <> 'n'
    order by relname, conname`;
}

/** Indexes that no constraint made. */
export async function listIndexes(sql: Sql): Promise<Line[]> {
  return await sql`
    select tablename as table_name, indexdef as line
    from pg_indexes
    where schemaname = 'public'
      and not exists (select 1 from pg_constraint where conindid = format('%I.%I', schemaname, indexname)::regclass)
    order by tablename, indexname`;
}
