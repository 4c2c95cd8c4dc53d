import type { Page } from '../definition/definition.schema.ts';
import { knowsCampaign } from './awareness.items.ts';
import { takesPart } from './participation.items.ts';
import { overallSatisfaction } from './satisfaction.items.ts';
import { supportsEffort } from './support.items.ts';

/**
 * The four headline items open both questionnaires, in the same order.
 *
 * What is asked before an item changes its answers: an overall question after a list of details, or of good
 * news, is a different question. With nothing before them but each other, the headline items of the long and the
 * short form can be compared. Awareness comes first because the wording of the others gives the answer away.
 */
export const headlinePages: readonly Page[] = [
  { name: 'overall', elements: [knowsCampaign, overallSatisfaction] },
  { name: 'attitude', elements: [takesPart, supportsEffort] },
];
