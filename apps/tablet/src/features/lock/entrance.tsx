import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '@huhudao/ui/components';
import type { DeviceDatabase, Wiped } from '../../local/device.database.ts';
import { enter, ForeignStore, mustChoosePin, type Given } from '../../local/enter.ts';
import { listPeople, readHandedOver, type KnownPerson, type Person } from '../../local/people.store.ts';
import { isStoreGone } from '../../local/unsent-ledger.ts';
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
  onPractise: () => void;
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
export function Entrance({ device, signIn, onOpen, onPractise }: Props) {
  const { found, look } = useFound(device);
  const [chosen, setView] = useState<View | null>(signIn ? signInAs({}) : null);
  if (found === null) return null;
  const view = chosen ?? firstView(found);
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
      {found.wiped === null ? (
        <Shown
          device={device}
          found={found}
          view={view}
          onView={setView}
          onOpen={onOpen}
          onEnter={open}
          onPractise={onPractise}
        />
      ) : (
        <WipedNotice
          wiped={found.wiped}
          others={found.people.length > 0}
          onUnderstood={() => void forgetWiped(device).then(look)}
        />
      )}
    </main>
  );
}

type ShownProps = Omit<Props, 'signIn'> & {
  found: Found;
  view: View;
  onView: (view: View) => void;
  onEnter: (given: Given, pin: string | null) => Promise<void>;
};

function Shown(props: ShownProps) {
  const { device, found, view, onView, onOpen, onEnter, onPractise } = props;
  const alone = found.people.length === 0;
  const signedIn = async (given: Given) => {
    const asks = view.at === 'signIn' && view.newPin;
    const { personId } = given.profile.session;
    if (!given.revoked && (asks || (await mustChoosePin(device, personId))))
      onView({ at: 'choosePin', given });
    else await onEnter(given, null);
  };
  switch (view.at) {
    case 'people':
      return (
        <PeopleList
          people={found.people}
          onChoose={(person) => onView(viewOf(person))}
          onOther={() => onView(signInAs({}))}
          onPractise={onPractise}
        />
      );
    case 'pin':
      return (
        <UnlockScreen
          device={device}
          {...view}
          onOpen={onOpen}
          onForgot={() => onView(signInAs({ newPin: true }))}
          onLockedOut={() => onView(signInAs({ why: 'lockedOut', newPin: true }))}
          onBack={() => onView({ at: 'people' })}
        />
      );
    case 'choosePin':
      return <ChoosePin onChosen={(pin) => onEnter(view.given, pin)} />;
    case 'signIn':
      return (
        <SignIn
          device={device}
          onSignedIn={signedIn}
          onPractise={onPractise}
          {...(alone ? {} : { onBack: () => onView({ at: 'people' }) })}
        >
          {view.why !== null && <Why why={view.why} />}
          {isStoreGone(found.people.length) && <StoreGone />}
        </SignIn>
      );
  }
}

const signInAs = (part: Partial<Extract<View, { at: 'signIn' }>>): View => ({
  at: 'signIn',
  why: null,
  newPin: false,
  ...part,
});

/** In a resident's hands when it went dark: the way back first. */
function firstView({ people, handedOver }: Found): View {
  const holder = people.find(({ personId }) => personId === handedOver);
  if (holder?.opensBy === 'pin') return { at: 'pin', person: holder, handedOver: true };
  return people.length === 0 ? signInAs({}) : { at: 'people' };
}

function viewOf(person: KnownPerson): View {
  if (person.opensBy === 'pin') return { at: 'pin', person, handedOver: false };
  return signInAs({ why: person.opensBy === 'handOver' ? 'handOverFirst' : 'needPassword' });
}

/** Null while the disk is read. */
function useFound(device: DeviceDatabase): { found: Found | null; look: () => Promise<void> } {
  const [found, setFound] = useState<Found | null>(null);
  const [fault, setFault] = useState<unknown>();
  // Only a fault of the disk or of the program gets here; it is shown, never swallowed.
  if (fault !== undefined) throw fault;
  const look = useCallback(
    () =>
      Promise.all([listPeople(device), readHandedOver(device), readWiped(device)]).then(
        ([people, handedOver, wiped]) => setFound({ people, handedOver, wiped }),
        setFault,
      ),
    [device],
  );
  useEffect(() => void look(), [look]);
  return { found, look };
}

/** Nobody is known here any more, and yet somebody's unsent work is listed. */
function StoreGone() {
  const { t } = useTranslation('tablet');
  return (
    <Note kind="problem" live>
      <p>{t('lost.storeGone')}</p>
    </Note>
  );
}

function Why({ why }: { why: Reason }) {
  const { t } = useTranslation('tablet');
  return (
    <Note kind="warning" live>
      <p>{t(`lock.${why}`)}</p>
    </Note>
  );
}
