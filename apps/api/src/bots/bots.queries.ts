import type { Db, Transaction } from '@huhudao/db';
import type { BotEvent, BotKind, BotResult } from '@huhudao/domain';
import type { BotView, Locale, NoticeView } from '@huhudao/protocol';
import { isVisible } from '../http/rounds.queries.ts';
import type { BotMessage } from './bot-words.ts';

export type NewBot = {
  id: string;
  areaId: string;
  name: string;
  kind: BotKind;
  host: string;
  url: string;
  secret: string | null;
  events: readonly BotEvent[];
  locale: Locale;
};

export const insertBot = (
  tx: Transaction,
  streetId: string,
  bot: NewBot,
  by: { at: string; personId: string | null },
) => tx`
  insert into bot (street_id, id, area_id, name, kind, host, url, secret, events, locale, added_at, added_by)
  values (${streetId}, ${bot.id}, ${bot.areaId}, ${bot.name}, ${bot.kind}, ${bot.host}, ${bot.url}, ${bot.secret},
          ${tx.json([...bot.events])}, ${bot.locale}, ${by.at}, ${by.personId})`;

/** Of some areas of a street. The address and what signs stay where they are. */
export const listBots = (db: Db, streetId: string, areaIds: readonly string[], since: string) => db<
  BotView[]
>`
  select b.id, b.area_id, b.name, b.kind, b.host, b.events, b.paused_at,
         (
           select jsonb_build_object('at', m.tried_at, 'result', m.result) from bot_message m
           where m.street_id = b.street_id and m.bot_id = b.id and m.result is not null
           order by m.tried_at desc limit 1
         ) as last,
         (
           select count(*)::int from bot_message m
           where m.street_id = b.street_id and m.bot_id = b.id and m.next_at is not null
         ) as waiting,
         (
           select count(*)::int from bot_message m
           where m.street_id = b.street_id and m.bot_id = b.id and m.next_at is null and m.made_at >= ${since}
             and m.result is distinct from 'delivered'
         ) as given_up
  from bot b
  where b.street_id = ${streetId} and b.area_id = any(${db.array([...areaIds])}::uuid[])
  order by b.added_at, b.id`;

export type Named = { streetId: string; botId: string; areaIds: readonly string[] };

export const pauseBot = (tx: Transaction, { streetId, botId, areaIds }: Named, pausedAt: string | null) => tx`
  update bot set paused_at = ${pausedAt}
  where street_id = ${streetId} and id = ${botId} and area_id = any(${tx.array([...areaIds])}::uuid[])`;

export const deleteBot = (tx: Transaction, { streetId, botId, areaIds }: Named) => tx`
  delete from bot
  where street_id = ${streetId} and id = ${botId} and area_id = any(${tx.array([...areaIds])}::uuid[])`;

export const findBot = (tx: Transaction, { streetId, botId, areaIds }: Named) => tx<{ id: string }[]>`
  select id from bot
  where street_id = ${streetId} and id = ${botId} and area_id = any(${tx.array([...areaIds])}::uuid[])`;

export const forgetWaiting = (tx: Transaction, streetId: string, botId: string) => tx`
  delete from bot_message where street_id = ${streetId} and bot_id = ${botId} and next_at is not null`;

/** One test at a time waits. */
export const insertTest = (
  tx: Transaction,
  streetId: string,
  message: { id: string; botId: string; at: string },
) => tx`
  insert into bot_message (street_id, id, bot_id, event, facts, made_at, next_at)
  select ${streetId}::uuid, ${message.id}::uuid, ${message.botId}::uuid, 'test', '{}'::jsonb,
         ${message.at}::timestamptz, ${message.at}::timestamptz
  where not exists (
    select 1 from bot_message m
    where m.street_id = ${streetId} and m.bot_id = ${message.botId} and m.event = 'test' and m.next_at is not null)`;

/** For the bots of the street, and of the communities the round is held in, that are told of such an event. */
export const insertMessages = (
  tx: Transaction,
  streetId: string,
  told: { event: BotEvent; roundId: string; facts: NoticeView['facts']; at: string },
) => tx`
  insert into bot_message (street_id, id, bot_id, event, round_id, facts, made_at, next_at)
  select b.street_id, gen_random_uuid(), b.id, ${told.event}, r.id, ${tx.json(told.facts)}::jsonb,
         ${told.at}::timestamptz, ${told.at}::timestamptz
  from bot b
  join round r on r.street_id = b.street_id and r.id = ${told.roundId} and ${isVisible(tx)}
  where b.street_id = ${streetId} and b.paused_at is null and b.events ? ${told.event}
    and (b.area_id = b.street_id or r.scope -> 'communityIds' ? b.area_id::text)`;

export type DueRow = BotMessage & {
  streetId: string;
  id: string;
  botId: string;
  tries: number;
  url: string;
  kind: BotKind;
  secret: string | null;
};

/** What is to be tried now: of each bot the oldest, as many as its minute has left. */
export const listDue = (db: Db, at: string, minuteAgo: string, perMinute: number) => db<DueRow[]>`
  select d.street_id, d.id, d.bot_id, d.event, d.facts, d.tries, d.round_id, r.name as round_name,
         b.url, b.kind, b.secret, b.locale
  from (
    select m.street_id, m.id, m.bot_id, m.event, m.round_id, m.facts, m.tries,
           row_number() over (partition by m.street_id, m.bot_id order by m.made_at, m.id) as place
    from bot_message m
    where m.next_at <= ${at}
  ) d
  join bot b on b.street_id = d.street_id and b.id = d.bot_id
  left join round r on r.street_id = d.street_id and r.id = d.round_id
  where (d.round_id is null or ${isVisible(db)})
    and d.place + (
      select count(*) from bot_message m
      where m.street_id = d.street_id and m.bot_id = d.bot_id and m.tried_at > ${minuteAgo}) <= ${perMinute}
  order by d.street_id, d.bot_id, d.place`;

/** Counts the try before it is made, so that one that ends the program is not made for ever. */
export const beginTry = (db: Db, { streetId, id, tries }: DueRow, at: string, nextAt: string | null) => db`
  update bot_message set tries = tries + 1, tried_at = ${at}, next_at = ${nextAt}
  where street_id = ${streetId} and id = ${id} and tries = ${tries} and next_at is not null`;

export const endTry = (db: Db, { streetId, id }: DueRow, result: BotResult) => db`
  update bot_message
  set result = ${result}, next_at = case when ${result} = 'delivered' then null else next_at end
  where street_id = ${streetId} and id = ${id}`;

export const forgetMessages = (db: Db, before: string) => db`
  delete from bot_message where made_at < ${before} and next_at is null`;
