import {
  ArrowUpDown,
  BrickWall,
  CircleParking,
  Construction,
  Dog,
  DoorOpen,
  Droplets,
  Ellipsis,
  Flame,
  Lightbulb,
  Package,
  Trash2,
  Trees,
  Users,
  Volume2,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { issueCategories, type IssueCategory } from '@huhudao/domain';
import { RadioTiles } from '@huhudao/ui/components';

const icons: Record<IssueCategory, LucideIcon> = {
  rubbish: Trash2,
  parking: CircleParking,
  lighting: Lightbulb,
  lift: ArrowUpDown,
  noise: Volume2,
  dogs: Dog,
  clutter: Package,
  leakage: Droplets,
  paving: Construction,
  safety: DoorOpen,
  fireLane: Flame,
  greening: Trees,
  building: BrickWall,
  neighbours: Users,
  other: Ellipsis,
};

type Props = { value: IssueCategory | null; onChange: (category: IssueCategory) => void };

export function CategoryChoice({ value, onChange }: Props) {
  const { t } = useTranslation(['tablet', 'ui']);
  return (
    <RadioTiles
      label={t('tablet:concern.category')}
      value={value}
      onChange={onChange}
      choices={issueCategories.map((category) => {
        const Icon = icons[category];
        return {
          value: category,
          label: t(`ui:issueCategory.${category}`),
          icon: <Icon aria-hidden size="1.5em" />,
        };
      })}
    />
  );
}
