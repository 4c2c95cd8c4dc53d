import { CalendarDays, CloudUpload, House, RotateCw, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { linkTo, usePlace } from './navigation.tsx';

const entries = [
  { kind: 'today', Icon: House },
  { kind: 'plan', Icon: CalendarDays },
  { kind: 'revisits', Icon: RotateCw },
  { kind: 'sync', Icon: CloudUpload },
  { kind: 'settings', Icon: Settings },
] as const;

export function Menu() {
  const { t } = useTranslation('tablet');
  const place = usePlace();
  const section = place.kind === 'stairwell' || place.kind === 'door' ? 'today' : place.kind;
  return (
    <ul>
      {entries.map(({ kind, Icon }) => (
        <li key={kind}>
          <a {...linkTo({ kind })} aria-current={kind === section ? 'page' : undefined}>
            <Icon aria-hidden size="1.375em" />
            {t(`nav.${kind}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
