import { Alert, Drawer, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PersonView } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { PersonForm } from './person.form.tsx';
import { PersonSafety } from './person-safety.tsx';

type Props = { person: PersonView | null; onClose: () => void };

/** Adding or changing a person. An initial password is shown once, here, and nowhere again. */
export function PersonDrawer({ person, onClose }: Props): ReactElement {
  const t = useTexts();
  const [password, setPassword] = useState<{ login: string; password: string } | null>(null);
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={person === null ? t('people.add') : person.name}
      mask={{ closable: password === null }}
    >
      <div className="stack">
        {password === null ? null : (
          <Alert
            type="success"
            showIcon
            title={t('people.passwordOnce')}
            description={
              <>
                <div>
                  {t('start.login')} <Typography.Text copyable>{password.login}</Typography.Text>
                </div>
                <div>
                  {t('people.initialPassword')}{' '}
                  <Typography.Text code copyable>
                    {password.password}
                  </Typography.Text>
                </div>
              </>
            }
          />
        )}
        {person === null && password !== null ? null : (
          <PersonForm person={person} onMade={setPassword} onSaved={onClose} />
        )}
        {person === null ? null : <PersonSafety person={person} onPassword={setPassword} onDone={onClose} />}
      </div>
    </Drawer>
  );
}
