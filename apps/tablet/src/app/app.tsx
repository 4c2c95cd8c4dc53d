import { useEffect, useState } from 'react';
import { call, signOutDevice } from '@huhudao/protocol';
import { DeviceDatabase } from '../local/device.database.ts';
import {
  forgetCredential,
  keepPerson,
  readCurrentPerson,
  type Person,
  type Profile,
} from '../local/people.store.ts';
import { InsecureNotice } from '../features/sign-in/insecure-notice.tsx';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { SignedIn } from './signed-in.tsx';
import { TabletStore } from './tablet-store.ts';
import { Tablet } from './tablet.tsx';
import { transportOf } from './transport.ts';

type Session = 'opening' | 'signedOut' | TabletStore;

/** The tablet app: refused without a secure context, else signing in or one person's work. */
export function App() {
  return window.isSecureContext ? <SecureApp /> : <InsecureNotice />;
}

const device = new DeviceDatabase();
/** Begun before anything is drawn: on a slow tablet the store takes as long to open as the app does to get ready. */
const resumed = window.isSecureContext ? resume() : undefined;

function SecureApp() {
  const [session, setSession] = useState<Session>('opening');
  const [fault, setFault] = useState<unknown>();
  // Only a fault of the disk or of the program gets here; it is shown, never swallowed.
  if (fault !== undefined) throw fault;

  useEffect(() => {
    void resumed?.then(setSession, setFault);
  }, []);

  if (session === 'opening') return null;
  if (session === 'signedOut') {
    const signedIn = async (profile: Profile) => {
      await navigator.storage?.persist?.();
      setSession(await openStore(await keepPerson(device, profile)));
    };
    return <SignIn device={device} onSignedIn={signedIn} />;
  }
  const signOut = async () => {
    const { credential } = session.person.profile;
    // Without a network the server is not told, and the credential ends by its age.
    void call(transportOf(credential), signOutDevice, {}).catch(() => undefined);
    await forgetCredential(device, session.person);
    session.close();
    setSession('signedOut');
  };
  return (
    <Tablet store={session}>
      <SignedIn onSignOut={signOut} />
    </Tablet>
  );
}

async function resume(): Promise<Session> {
  const person = await readCurrentPerson(device);
  return person === undefined ? 'signedOut' : openStore(person);
}

function openStore(person: Person): Promise<TabletStore> {
  return TabletStore.open(person, transportOf(person.profile.credential));
}
