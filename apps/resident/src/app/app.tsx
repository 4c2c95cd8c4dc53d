import { useState } from 'react';
import { Problem, readAnswerLink, readAppointmentLink, type AnswerLink } from '@huhudao/protocol';
import { Appointment } from '../appointment/appointment.tsx';
import { freshKept, keepSent, wasSent } from '../answering/kept.ts';
import { answersToSend } from '../answering/requests.ts';
import { useKept } from '../answering/use-kept.ts';
import { useOpened } from '../answering/use-opened.ts';
import { Identity } from '../screens/identity.tsx';
import { Opening } from '../screens/opening.tsx';
import { Questions } from '../screens/questions.tsx';
import { Sending } from '../screens/sending.tsx';
import { Sent } from '../screens/sent.tsx';
import { Trouble } from '../screens/trouble.tsx';
import { Welcome } from '../screens/welcome.tsx';

const damaged = new Problem('linkDamaged');

/** What the link is for: answers, an appointment, or none. */
export function App() {
  const [link] = useState(() => readAnswerLink(window.location.hash));
  const [appointment] = useState(() => readAppointmentLink(window.location.hash));
  const [sent, setSent] = useState(() => link === undefined && wasSent());
  if (appointment !== undefined) return <Appointment link={appointment} />;
  if (sent) return <Sent />;
  if (link === undefined && window.location.hash === '') return <Welcome />;
  if (link === undefined) return <Trouble error={damaged} />;
  const finish = () => {
    keepSent();
    setSent(true);
  };
  return <Answering link={link} onSent={finish} />;
}

/** One resident, one ticket: from who asks to "sent". */
function Answering({ link, onSent }: { link: AnswerLink; onSent: () => void }) {
  const [kept, change] = useKept(link.token);
  const opening = useOpened(link, kept.sending === null);
  // Whether a ticket that was sent with is used up already is for the answer to say.
  if (kept.sending !== null) return <Sending answers={kept.sending} onSent={onSent} />;
  if (opening.state === 'opening') return <Opening />;
  if (opening.state === 'failed') return <Trouble error={opening.error} />;
  const { opened } = opening;
  if (!kept.begun || kept.mode === null)
    return (
      <Identity
        opened={opened}
        mode={kept.mode}
        onChoose={(mode) => change({ mode })}
        onBegin={() =>
          change({
            begun: true,
            consentedAt: kept.mode === 'anonymous' ? null : new Date().toISOString(),
          })
        }
      />
    );
  const sendNow = (form: typeof kept.form, complete: boolean) => {
    const { versionHash } = opened;
    change({ form, sending: answersToSend(link, { ...kept, form }, { versionHash, complete }) });
  };
  return (
    <Questions
      definition={opened.definition}
      mode={kept.mode}
      form={kept.form}
      onProgress={(form) => change({ form })}
      onComplete={(answers) => sendNow({ ...kept.form, answers }, true)}
      onEnd={() => sendNow(kept.form, false)}
      onWithdraw={() => change(freshKept(link.token))}
    />
  );
}
