import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '@huhudao/ui/components';
import type { DeviceDatabase, Wiped } from '../../local/device.database.ts';
import { enter, ForeignStore, mustChoosePin, type Given } from '../../local/enter.ts';
import { listPeople, readHandedOver, type KnownPerson, type Person } from '../../local/people.store.ts';
import { forgetWiped, readWiped } from '../../local/wipe.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import { ChoosePin } from './choose-pin.tsx';
import styles from './lock.module.css';
import { PeopleList } from './people-list.tsx';
import { UnlockScreen } from './unlock-screen.tsx';
import { WipedNotice } from './wiped-notice.tsx';

type Props = {
  device: DeviceDatabase;
  /** Whoever is at the tablet wants to sign in anew, not to unlock. */
  signIn: boolean;
  onOpen: (person: Person) => Promise<void>;
};

/** What the lock screen finds on the disk. */
type Found = { people: readonly KnownPerson[]; handedOver: string | null; wiped: Wiped | null };

type Reason = 'lockedOut' | 'needPassword' | 'handOverFirst' | 'foreign';

type View =
  | { at: 'people' }
  | { at: 'pin'; person: KnownPerson; handedOver: boolean }
  /** `why`: what is to be said before. `newPin`: the one they have does not help any more. */
  | { at: 'signIn'; why: Reason | null; newPin: boolean }
  | { at: 'choosePin'; given: Given };

/** Nobody's work is open: who is there, and do they know their PIN or their password? */
export function Entrance({ device, signIn, onOpen }: Props) {
  const [found, setFound] = useState<Found | null>(null);
  const [view, setView] = useState<View>(signIn ? signInAs({}) : { at: 'people' });
  const [fault, setFault] = useState<unknown>();
  // Only a fault of the disk or of the program gets here; it is shown, never swallowed.
  if (fault !== undefined) throw fault;
  const look = useCallback(async () => {
    const now = await lookAround(device);
    setFound(now);
    const holder = now.people.find(({ personId }) => personId === now.handedOver);
    if (holder?.opensBy === 'pin')
      setView((before) =>
        before.at === 'people' ? { at: 'pin', person: holder, handedOver: true } : before,
      );
  }, [device]);
  useEffect(() => void look().catch(setFault), [look]);
  if (found === null) return null;

  const signedIn = async (given: Given) => {
    const asks = view.at === 'signIn' && view.newPin;
    const { personId } = given.profile.session;
    if (!given.revoked && (asks || (await mustChoosePin(device, personId))))
      setView({ at: 'choosePin', given });
    else await open(given, null);
  };
  const open = async (given: Given, pin: string | null) => {
    try {
      await onOpen(await enter(device, given, pin));
    } catch (thrown) {
      if (!(thrown instanceof ForeignStore)) throw thrown;
      setView(signInAs({ why: 'foreign' }));
    }
  };
  return (
    <main className={styles['page']}>
      {found.wiped !== null ? (
        <WipedNotice
          wiped={found.wiped}
          others={found.people.length > 0}
          onUnderstood={() => void forgetWiped(device).then(look).catch(setFault)}
        />
      ) : view.at === 'choosePin' ? (
        <ChoosePin onChosen={(pin) => open(view.given, pin)} />
      ) : view.at === 'pin' ? (
        <UnlockScreen
          device={device}
          {...view}
          onOpen={onOpen}
          onForgot={() => setView(signInAs({ newPin: true }))}
          onLockedOut={() => setView(signInAs({ why: 'lockedOut', newPin: true }))}
          onBack={() => setView({ at: 'people' })}
        />
      ) : view.at === 'signIn' || found.people.length === 0 ? (
        <SignIn
          device={device}
          onSignedIn={signedIn}
          {...(found.people.length === 0 ? {} : { onBack: () => setView({ at: 'people' }) })}
        >
          {view.at === 'signIn' && view.why !== null && <Why why={view.why} />}
        </SignIn>
      ) : (
        <PeopleList
          people={found.people}
          onChoose={(person) => setView(viewOf(person))}
          onOther={() => setView(signInAs({}))}
        />
      )}
    </main>
  );
}

const signInAs = (part: Partial<Extract<View, { at: 'signIn' }>>): View => ({
  at: 'signIn',
  why: null,
  newPin: false,
  ...part,
});

function viewOf(person: KnownPerson): View {
  if (person.opensBy === 'pin') return { at: 'pin', person, handedOver: false };
  return signInAs({ why: person.opensBy === 'handOver' ? 'handOverFirst' : 'needPassword' });
}

async function lookAround(device: DeviceDatabase): Promise<Found> {
  const [people, handedOver, wiped] = await Promise.all([
    listPeople(device),
    readHandedOver(device),
    readWiped(device),
  ]);
  return { people, handedOver, wiped };
}

function Why({ why }: { why: Reason }) {
  const { t } = useTranslation('tablet');
  return (
    <Note kind="warning" live>
      <p>{t(`lock.${why}`)}</p>
    </Note>
  );
}
