import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@huhudao/ui/components';

/** To get to know the tablet before one has an account. */
export function PractiseButton({ onPractise }: { onPractise: () => void }) {
  const { t } = useTranslation('tablet');
  return (
    <Button look="quiet" size="large" icon={<GraduationCap aria-hidden size="1.25em" />} onPress={onPractise}>
      {t('practice.begin')}
    </Button>
  );
}
