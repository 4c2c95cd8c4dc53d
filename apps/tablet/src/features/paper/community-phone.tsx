import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Note, TextField } from '@huhudao/ui/components';
import { usePractice } from '../../app/practice.ts';
import type { Stairwell } from '../../local/reference.types.ts';

/** A community's phone as it was last typed on this tablet: a number that hangs in its hall. */
const keyOf = (communityId: string): string => `huhudao.communityPhone.${communityId}`;

/** A mobile number of mainland China. */
const looksPrivate = (phone: string): boolean => /^(\+?86)?1\d{10}$/.test(phone.replaceAll(/[\s-]/g, ''));

export type CommunityPhone = {
  phone: string;
  /** Typed on this tablet; null where the office has published the community’s. */
  typed: string | null;
  change: (phone: string) => void;
};

/** What is typed is kept for the next paper, unless it looks like somebody's own. Practice keeps nothing. */
export function useCommunityPhone({
  communityId,
  communityPhone,
}: Pick<Stairwell, 'communityId' | 'communityPhone'>): CommunityPhone {
  const practice = usePractice();
  const [typed, setTyped] = useState(() =>
    practice === null ? (localStorage.getItem(keyOf(communityId)) ?? '') : '',
  );
  const change = (phone: string): void => {
    setTyped(phone);
    if (practice !== null) return;
    if (phone.trim() === '' || looksPrivate(phone)) localStorage.removeItem(keyOf(communityId));
    else localStorage.setItem(keyOf(communityId), phone.trim());
  };
  return communityPhone === undefined
    ? { phone: typed.trim(), typed, change }
    : { phone: communityPhone, typed: null, change };
}

/** Where the office has published no number, one is typed. */
export function CommunityPhoneField({
  phone: { typed, change },
}: {
  phone: CommunityPhone;
}): ReactElement | null {
  const { t } = useTranslation('tablet');
  if (typed === null) return null;
  return (
    <>
      <TextField
        label={t('slip.phone')}
        description={t('slip.phoneHelp')}
        value={typed}
        onChange={change}
        maxLength={30}
      />
      {looksPrivate(typed) && (
        <Note kind="warning" live>
          <p>{t('slip.mobile')}</p>
        </Note>
      )}
    </>
  );
}
