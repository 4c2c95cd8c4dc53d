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
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { must } from '@huhudao/domain';
import { doorStates, toneOfDoorState, type DoorState, type Tone } from './door-state.ts';

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

/** The token of the colour in which a tone's words are written. */
const tokenOf: Record<Tone, string> = {
  done: '--done',
  wait: '--wait',
  appointment: '--accent-strong',
  stop: '--stop',
  back: '--back',
  none: '--none',
  void: '--none',
};

/**
 * The icons of all door states as pictures in the colours of both themes: the style sheet `generated/door-icons.css`,
 * made from `theme/tokens.css`. Pictures, because every `<svg>` element is a layer of its own to Chromium: the 264 of a
 * tower made each frame take a slow tablet some 6 ms longer.
 */
export function makeDoorIcons(tokens: string): string {
  const [light, dark] = tokens.split(":root[data-theme='dark']");
  return [
    '/* The icons of the doors. Made by `npm run generate`; not to be edited. */',
    `:root {\n${iconsIn(must(light, 'the light theme'))}\n}`,
    `:root[data-theme='dark'] {\n${iconsIn(must(dark, 'the dark theme'))}\n}\n`,
  ].join('\n');
}

function iconsIn(tokens: string): string {
  const lines = doorStates.map((state) => {
    const token = tokenOf[toneOfDoorState[state]];
    const colour = must(new RegExp(`${token}: (#[0-9a-f]{6});`).exec(tokens)?.[1], `the colour ${token}`);
    return `  --door-icon-${state}: url("${pictureOf(iconOf[state], colour)}");`;
  });
  return lines.join('\n');
}

function pictureOf(icon: LucideIcon, color: string): string {
  const svg = renderToStaticMarkup(createElement(icon, { color, size: 24, strokeWidth: 2.5 }));
  const bare = svg.replace(/ (class|width|height|aria-hidden)="[^"]*"/g, '').replaceAll('"', "'");
  return `data:image/svg+xml,${bare.replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}`;
}
