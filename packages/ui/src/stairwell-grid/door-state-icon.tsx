import {
  BellOff,
  Ban,
  Check,
  Circle,
  Clock,
  DoorClosed,
  FilePen,
  Lock,
  MapPinOff,
  MessageSquareOff,
  Minus,
  RotateCw,
  Store,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import type { DoorState } from './door-state.ts';

const iconOf: Record<DoorState, LucideIcon> = {
  open: Circle,
  done: Check,
  partial: FilePen,
  notHome: DoorClosed,
  noAccess: Lock,
  appointment: Clock,
  refused: Ban,
  unable: MessageSquareOff,
  revisit: RotateCw,
  vacant: Minus,
  notResidential: Store,
  notFound: MapPinOff,
  ineligible: UserX,
  doNotContact: BellOff,
  notAssigned: Minus,
};

/** The icon of a door's state; always beside its word, so it is hidden from screen readers. */
export function DoorStateIcon({ state }: { state: DoorState }) {
  const Icon = iconOf[state];
  return <Icon aria-hidden size="1em" strokeWidth={2.5} />;
}
