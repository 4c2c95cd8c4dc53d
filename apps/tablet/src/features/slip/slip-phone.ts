import { useState } from 'react';
import { usePractice } from '../../app/practice.ts';

/** A community's phone as it was last typed on this tablet: a number that hangs in its hall. */
const keyOf = (communityId: string): string => `huhudao.communityPhone.${communityId}`;

/** A mobile number of mainland China. */
export const looksPrivate = (phone: string): boolean =>
  /^(\+?86)?1\d{10}$/.test(phone.replaceAll(/[\s-]/g, ''));

/** Kept for the next slip, unless it looks like somebody's own. Practice keeps nothing. */
export function useCommunityPhone(communityId: string): [string, (phone: string) => void] {
  const practice = usePractice();
  const [phone, setPhone] = useState(() =>
    practice === null ? (localStorage.getItem(keyOf(communityId)) ?? '') : '',
  );
  const change = (typed: string): void => {
    setPhone(typed);
    if (practice !== null) return;
    if (typed.trim() === '' || looksPrivate(typed)) localStorage.removeItem(keyOf(communityId));
    else localStorage.setItem(keyOf(communityId), typed.trim());
  };
  return [phone, change];
}
