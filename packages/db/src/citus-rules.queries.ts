import type { Db } from './pool.ts';

export type Violation = { tableName: string; problem: string };

/** Sharded tables have a `street_id`, reference tables are named, all others stay local to the coordinator. */
const kinds = (db: Db, reference: readonly string[]) => db`
  cls as (
    select c.oid, c.relname,
           case
             when exists (
               select 1 from pg_attribute a
               where a.attrelid = c.oid and a.attname = 'street_id' and not a.attisdropped) then 'sharded'
             when c.relname = any(${db.array([...reference])}::text[]) then 'reference'
             else 'local'
           end as kind
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  ), tenant as (
    select cls.oid, cls.relname, a.attnum, a.attnotnull, a.atttypid::regtype as type, a.attgenerated as generated
    from cls join pg_attribute a on a.attrelid = cls.oid and a.attname = 'street_id'
    where cls.kind = 'sharded'
  )`;

const keys = (db: Db) => db`
  select relname as table_name, 'street_id must be not null and not generated' as problem
  from tenant where not attnotnull or generated <> ''
  union all
  select relname, 'street_id is of type ' || type || ', not uuid' from tenant where type <> 'uuid'::regtype
  union all
  select t.relname, 'unique index does not begin with street_id: ' || i.indexrelid::regclass
  from tenant t join pg_index i on i.indrelid = t.oid and i.indisunique
  where i.indkey[0] is distinct from t.attnum
  union all
  select t.relname, 'exclusion without street_id =: ' || c.conname
  from tenant t join pg_constraint c on c.conrelid = t.oid and c.contype = 'x'
  where not exists (
    select 1 from unnest(c.conkey, c.conexclop) u (k, op) join pg_operator o on o.oid = u.op
    where u.k = t.attnum and o.oprname = '=')`;

const foreignKeys = (db: Db) => db`
  select s.relname, 'foreign key between streets’ tables without street_id at the same position: ' || c.conname
  from pg_constraint c join tenant s on s.oid = c.conrelid join tenant r on r.oid = c.confrelid
  where c.contype = 'f' and not exists (
    select 1 from unnest(c.conkey, c.confkey) u (a, b) where u.a = s.attnum and u.b = r.attnum)
  union all
  select s.relname, 'foreign key action that changes street_id: ' || c.conname
  from pg_constraint c join tenant s on s.oid = c.conrelid
  where c.contype = 'f' and s.attnum = any(c.conkey)
    and (c.confdeltype in ('n', 'd') or c.confupdtype in ('n', 'd', 'c'))
  union all
  select s.relname, s.kind || ' table points at ' || r.kind || ' table: ' || c.conname
  from pg_constraint c join cls s on s.oid = c.conrelid join cls r on r.oid = c.confrelid
  where c.contype = 'f' and (
    s.kind = 'sharded' and r.kind = 'local'
    or s.kind = 'local' and r.kind = 'sharded'
    or s.kind = 'reference' and r.kind in ('sharded', 'local'))`;

const hooks = (db: Db) => db`
  select cls.relname, 'trigger: ' || t.tgname
  from pg_trigger t join cls on cls.oid = t.tgrelid
  where not t.tgisinternal
  union all
  select cls.relname, 'rule: ' || w.rulename from pg_rewrite w join cls on cls.oid = w.ev_class`;

/** Everything in the catalog that Citus would refuse. */
export const listCitusViolations = (db: Db, reference: readonly string[]) => db<Violation[]>`
  with ${kinds(db, reference)}
  ${keys(db)}
  union all
  ${foreignKeys(db)}
  union all
  ${hooks(db)}
  order by 1, 2`;
