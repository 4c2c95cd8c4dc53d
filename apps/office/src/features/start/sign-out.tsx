import { Button } from 'antd';
import type { ReactElement } from 'react';
import { signOut } from '@huhudao/protocol';
import { queryClient, sessionKey, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';

/** Signs out and forgets everything that was read for this person. */
export function useSignOut(): { signOut: () => void; pending: boolean } {
  const send = useWrite(signOut);
  return {
    pending: send.isPending,
    signOut: () =>
      send.mutate(
        {},
        {
          onSettled: () => {
            queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
            queryClient.setQueryData(sessionKey, null);
          },
        },
      ),
  };
}

export function SignOutButton(): ReactElement {
  const t = useTexts();
  const { signOut: leave, pending } = useSignOut();
  return (
    <Button type="text" loading={pending} onClick={leave}>
      {t('shell.signOut')}
    </Button>
  );
}
