import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, listDemoPeople, permissions, type ResponseOf } from '@huhudao/protocol';
import { Button } from '@huhudao/ui/components';
import { transportOf } from '../../app/transport.ts';
import styles from './sign-in.module.css';

type People = ResponseOf<typeof listDemoPeople>;

/** Where the installation holds demonstration data, the people to try the tablet as. */
export function DemoPeople(props: { onChoose: (person: { login: string; password: string }) => void }) {
  const { t } = useTranslation(['tablet', 'ui']);
  const [people, setPeople] = useState<People>([]);
  useEffect(() => {
    // Without a network, or without demonstration data, there is nobody to offer.
    call(transportOf(null), listDemoPeople, {}).then(setPeople, () => setPeople([]));
  }, []);
  const forTablets: readonly string[] = permissions['sync.pull'];
  const offered = people.filter((person) => forTablets.includes(person.role));
  if (offered.length === 0) return null;
  return (
    <section className={styles['demo']}>
      <h2>{t('tablet:signIn.demo')}</h2>
      <ul>
        {offered.map((person) => (
          <li key={person.login}>
            <Button wide onPress={() => props.onChoose({ login: person.login, password: person.password })}>
              <span className={styles['person']}>
                <b>{person.name}</b>
                <span>
                  {t(`ui:role.${person.role}`)} · {person.areaName}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
