import { CloudUpload, KeyRound, UserRound, UserRoundPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LanguageChoice } from '@huhudao/ui/components';
import type { KnownPerson } from '../../local/people.store.ts';
import { countUnsent } from '../../local/unsent.ts';
import { PractiseButton } from './practise-button.tsx';
import styles from './lock.module.css';

type Props = {
  people: readonly KnownPerson[];
  onChoose: (person: KnownPerson) => void;
  onOther: () => void;
  onPractise: () => void;
};

/** Everybody with work on this tablet, one large tile each. */
export function PeopleList({ people, onChoose, onOther, onPractise }: Props) {
  const { t } = useTranslation(['tablet', 'ui']);
  return (
    <section className={styles['people']}>
      <header className={styles['head']}>
        <div>
          <p className={styles['quiet']}>{t('ui:product')}</p>
          <h1>{t('tablet:lock.title')}</h1>
        </div>
        <LanguageChoice />
      </header>
      <ul>
        {people.map((person) => (
          <li key={person.personId}>
            <Tile person={person} onChoose={() => onChoose(person)} />
          </li>
        ))}
      </ul>
      <Button look="quiet" size="large" icon={<UserRoundPlus aria-hidden size="1.25em" />} onPress={onOther}>
        {t('tablet:lock.other')}
      </Button>
      <PractiseButton onPractise={onPractise} />
    </section>
  );
}

function Tile({ person, onChoose }: { person: KnownPerson; onChoose: () => void }) {
  const { t } = useTranslation('tablet');
  const unsent = useUnsent(person.personId);
  return (
    <button type="button" className={styles['tile']} onClick={onChoose}>
      <UserRound aria-hidden size="2rem" />
      <span>
        <b>{person.name}</b>
        {unsent !== null && (
          <span data-unsent={unsent > 0 || undefined}>
            {unsent > 0 && <CloudUpload aria-hidden size="1.125em" />}
            {unsent > 0 ? t('lock.unsent', { count: unsent }) : t('lock.allSent')}
          </span>
        )}
        {person.opensBy === 'password' && (
          <span>
            <KeyRound aria-hidden size="1.125em" />
            {t('lock.byPassword')}
          </span>
        )}
      </span>
    </button>
  );
}

/** Null while it is being counted, and where it cannot be: the tile opens all the same. */
function useUnsent(personId: string): number | null {
  const [unsent, setUnsent] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    countUnsent(personId).then(
      (count) => current && setUnsent(count),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [personId]);
  return unsent;
}
