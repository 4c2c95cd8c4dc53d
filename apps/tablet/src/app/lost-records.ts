import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { call, reportLost } from '@huhudao/protocol';
import { compare, readLost, writeLost, writeUnsent, type LostRecords } from '../local/unsent-ledger.ts';
import { useSnapshot, useTablet } from './tablet.tsx';
import { transportOf } from './transport.ts';

const changed = 'huhudao:lostRecords';

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}

/** What this person had on the tablet and is gone; null where nothing is, or they have read it. */
export function useLostRecords(): { lost: LostRecords | null; understood: () => void } {
  const { personId } = useTablet().person.profile.session;
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(readLost(personId)));
  const lost = useMemo((): LostRecords | null => JSON.parse(text), [text]);
  return { lost, understood: () => keepLost(personId, null) };
}

function keepLost(personId: string, lost: LostRecords | null): void {
  writeLost(personId, lost);
  window.dispatchEvent(new Event(changed));
}

/** Keeps the list of what was not sent beside the database, notices what is gone from it, and tells the office. */
export function useUnsentLedger(): void {
  const { person } = useTablet();
  const { records, confirmed, status } = useSnapshot();
  const { credential, session } = person.profile;
  const { personId } = session;
  const { lost } = useLostRecords();
  const compared = useRef(false);
  useEffect(() => {
    if (!compared.current) {
      const there = new Set(records.map(({ id }) => id));
      if (compare(personId, (id) => there.has(id) || confirmed.has(id)) !== null)
        window.dispatchEvent(new Event(changed));
      compared.current = true;
    }
    const unsent = records.filter(({ state }) => state === 'queued' || state === 'sending');
    writeUnsent(
      personId,
      unsent.map(({ id }) => id),
    );
  }, [personId, records, confirmed]);
  const { lastContactAt } = status;
  useEffect(() => {
    if (lost === null || lost.reported || lastContactAt === null) return;
    const report = async () => {
      const answer = await call(transportOf(credential), reportLost, {
        body: { ids: lost.ids.slice(0, 500) },
      });
      // What the office has got was sent, and only the confirmation went down with the store.
      keepLost(personId, { ids: answer.lost, reported: true });
    };
    // Without a network, or where the office is busy: at the next contact.
    report().catch(() => undefined);
  }, [lost, lastContactAt, credential, personId]);
}
