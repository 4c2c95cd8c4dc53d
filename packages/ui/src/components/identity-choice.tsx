import { useTranslation } from 'react-i18next';
import type { IdentityMode } from '@huhudao/domain';
import { RadioCards } from './radio-cards.tsx';

/** In the order of how little is kept. */
const modes = ['anonymous', 'confidential', 'named'] as const satisfies readonly IdentityMode[];

type Props = { value: IdentityMode | null; onChange: (mode: IdentityMode) => void };

/** As whom a resident answers, each mode with what becomes of the answers. */
export function IdentityChoice({ value, onChange }: Props) {
  const { t } = useTranslation('ui');
  return (
    <RadioCards
      label={t('consent.label')}
      hideLabel
      choices={modes.map((mode) => ({
        value: mode,
        label: mode === 'named' ? t('consent.namedName') : t(`identityMode.${mode}`),
        description: t(`consent.${mode}`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
