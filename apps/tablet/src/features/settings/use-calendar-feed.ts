import { useEffect, useState } from 'react';
import {
  call,
  closeCalendarFeed,
  openCalendarFeed,
  readCalendarFeed,
  type Locale,
  type Transport,
} from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useTablet } from '../../app/tablet.tsx';
import { transportOf } from '../../app/transport.ts';

/** `address`: told by the office once, when it was made. */
export type CalendarFeed =
  | { state: 'asking' | 'away' | 'none' }
  | { state: 'open'; since: string; address: string | null };

/** The person's calendar feed as the office knows it: there is nothing of it on the tablet. */
export function useCalendarFeed() {
  const { credential } = useTablet().person.profile;
  const { locale } = useLocale();
  const [feed, setFeed] = useState<CalendarFeed>({ state: 'asking' });
  const ask = (change: (transport: Transport) => Promise<CalendarFeed>) => {
    setFeed({ state: 'asking' });
    void answerTo(change, credential).then(setFeed);
  };
  useEffect(() => void answerTo(read, credential).then(setFeed), [credential]);
  return {
    feed,
    ask: () => ask(read),
    open: () => ask((transport) => open(transport, locale)),
    close: () => ask(close),
  };
}

/** What the office says; it is away where it says nothing. */
async function answerTo(
  request: (transport: Transport) => Promise<CalendarFeed>,
  credential: string | null,
): Promise<CalendarFeed> {
  try {
    return await request(transportOf(credential));
  } catch {
    return { state: 'away' };
  }
}

async function read(transport: Transport): Promise<CalendarFeed> {
  const { since } = await call(transport, readCalendarFeed, {});
  return since === null ? { state: 'none' } : { state: 'open', since, address: null };
}

async function open(transport: Transport, locale: Locale): Promise<CalendarFeed> {
  const { origin, path, since } = await call(transport, openCalendarFeed, { body: { locale } });
  return { state: 'open', since, address: `${origin ?? window.location.origin}${path}` };
}

async function close(transport: Transport): Promise<CalendarFeed> {
  await call(transport, closeCalendarFeed, {});
  return { state: 'none' };
}
