import type { Complete } from '@huhudao/ui';
import type { quarantine as zhCN } from '../zh-CN/quarantine.ts';

export const quarantine: Complete<typeof zhCN> = {
  about: 'Records from tablets that could not be accepted, kept word for word until somebody has looked',
  none: 'No records on hold',
  noneHint: 'Everything tablets sent was accepted.',
  receivedAt: 'Received',
  kind: 'Kind',
  sealedResponse: 'Sealed anonymous response',
  photos_one: '{{count}} photo, {{arrived}} of them here',
  photos_other: '{{count}} photos, {{arrived}} of them here',
  unknownKind: 'Not a record the office knows',
  problem: 'Reason',
  person: 'Person',
  door: 'Door',
  handedOver: 'Handed over by the visitor',
  settle: 'Mark as dealt with',
  settleTitle: 'Mark as dealt with?',
  settleText: 'Talk to the visitor first. The record itself is never deleted.',
};
