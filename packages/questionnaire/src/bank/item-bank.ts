import { awarenessItems } from './awareness.bank.ts';
import type { BankItem } from './bank-item.ts';
import { participationItems } from './participation.bank.ts';
import { satisfactionItems } from './satisfaction.bank.ts';
import { supportItems } from './support.bank.ts';
import { wishItems } from './wishes.bank.ts';

/**
 * 题库: every item the product brings, each good on its own in any form. Topics and scales are those of published mock
 * surveys; the wording is ours. The ready questionnaires keep the wordings they were published with.
 */
export const itemBank: readonly BankItem[] = [
  ...awarenessItems,
  ...participationItems,
  ...supportItems,
  ...satisfactionItems,
  ...wishItems,
];
