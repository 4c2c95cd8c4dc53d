import { Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { changePerson, listPeople, resetPassword, type PersonView } from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Props = {
  person: PersonView;
  onPassword: (made: { login: string; password: string }) => void;
  onDone: () => void;
};

/** A new initial password, and letting a person in or keeping them out. Says what ends. */
export function PersonSafety({ person, onPassword, onDone }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const session = useSession();
  const reset = useWrite(resetPassword, [listPeople]);
  const change = useWrite(changePerson, [listPeople]);
  const params = { personId: person.id };
  const failure = reset.error ?? change.error;
  const setDisabled = (disabled: boolean): void =>
    change.mutate({ params, body: { disabled } }, saved(onDone));
  return (
    <section className="stack">
      <h3>{t('people.safety')}</h3>
      <div className="row">
        <Popconfirm
          title={t('people.resetTitle')}
          description={t('people.resetText')}
          onConfirm={() =>
            reset.mutate(
              { params },
              { onSuccess: (made) => onPassword({ login: made.person.login, password: made.password }) },
            )
          }
        >
          <Button loading={reset.isPending}>{t('people.reset')}</Button>
        </Popconfirm>
        {person.disabled ? (
          <Button loading={change.isPending} onClick={() => setDisabled(false)}>
            {t('people.enable')}
          </Button>
        ) : (
          <Popconfirm
            title={t('people.disableTitle')}
            description={t('people.disableText')}
            okButtonProps={{ danger: true }}
            onConfirm={() => setDisabled(true)}
          >
            <Button danger disabled={person.id === session.personId} loading={change.isPending}>
              {t('people.disable')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {failure === null ? null : <ProblemNote error={failure} />}
    </section>
  );
}
