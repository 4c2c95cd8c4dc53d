import { StatisticsError, requireWholeCount } from '../statistics-error.ts';
import { seededRandom } from './random.ts';

/** Who may answer for a household; ages in completed years, both ends included. */
export interface Eligibility {
  readonly youngest: number;
  readonly oldest: number;
  readonly monthsResident: number;
}

export const defaultEligibility: Eligibility = { youngest: 18, oldest: 65, monthsResident: 6 };

/** What is asked at the door of each adult for the selection, and kept nowhere. */
export interface HouseholdMember {
  readonly age: number;
  /** Whole months lived here. */
  readonly monthsResident: number;
}

/** The one adult who is to answer. */
export interface SelectedAdult<T> {
  readonly adult: T;
  /** k: the household's weight is multiplied by it. */
  readonly eligibleAdults: number;
  /** 1/k. */
  readonly inclusionProbability: number;
}

export const isEligible = (member: HouseholdMember, rule: Eligibility = defaultEligibility): boolean =>
  member.age >= rule.youngest && member.age <= rule.oldest && member.monthsResident >= rule.monthsResident;

/**
 * A household's Kish grid: whom to ask where there are 1, 2, 3 … `largest` eligible adults, the first being 1. It is
 * fixed by the seed and the household's key before anybody rings, so that nobody at the door can choose.
 *
 * For a household's own random number u in [0, 1) the entry for k adults is ⌊u·k⌋ + 1. This is Kish's grid for 1 to 4
 * and for 6 adults; his eight printed tables give five adults 1/6 or 1/4 each and never reach a seventh, whereas
 * here every adult has exactly 1/k, which the weight k relies on. Source: Kish, Journal of the American Statistical
 * Association 44 (1949), 380–387.
 */
export function kishGrid(seed: string, household: string, largest: number): readonly number[] {
  requireWholeCount(largest, 'largest');
  const grain = householdGrain(seed, household);
  return Array.from({ length: largest }, (_, index) => placeOf(grain, index + 1) + 1);
}

/**
 * Selects by the household's grid. `adults` are the eligible ones in Kish's order: men from the oldest to the
 * youngest, then women from the oldest to the youngest.
 *
 * @throws StatisticsError nobodyEligible
 */
export function selectByKishGrid<T>(seed: string, household: string, adults: readonly T[]): SelectedAdult<T> {
  return selected(adults, placeOf(householdGrain(seed, household), adults.length));
}

/** Month (1–12) and day (1–31) of a birthday, without a year. */
export interface Birthday {
  readonly month: number;
  readonly day: number;
}

/**
 * Selects the eligible adult whose birthday comes next after the day of the visit; a birthday on the day itself has
 * come, and is the furthest away. Between adults with the same birthday the household's grid decides. That each has
 * the probability 1/k rests on birthdays being unrelated to what is asked. Source: Salmon and Nichols, Public Opinion
 * Quarterly 47 (1983), 270–276.
 *
 * @throws StatisticsError nobodyEligible
 */
export function selectByNextBirthday<T extends { readonly birthday: Birthday }>(
  seed: string,
  household: string,
  adults: readonly T[],
  visitedOn: Birthday,
): SelectedAdult<T> {
  const today = dayOfYear(visitedOn);
  // A year of 12 × 32 days keeps 29 February a day of its own, whatever the year.
  const daysUntil = adults.map(({ birthday }) => (dayOfYear(birthday) - today + 12 * 32 - 1) % (12 * 32));
  const nearest = Math.min(...daysUntil);
  const sameDay = [...adults.keys()].filter((index) => daysUntil[index] === nearest);
  const place = sameDay[placeOf(householdGrain(seed, household), sameDay.length)] ?? 0;
  return selected(adults, place);
}

const dayOfYear = ({ month, day }: Birthday): number => month * 32 + day;

/** The household's own random number in [0, 1), the same wherever and whenever it is asked for. */
const householdGrain = (seed: string, household: string): number =>
  seededRandom(`${seed}/household/${household}`).nextUint32() / 2 ** 32;

const placeOf = (grain: number, count: number): number => Math.floor(grain * count);

function selected<T>(adults: readonly T[], place: number): SelectedAdult<T> {
  const [adult] = adults.slice(place, place + 1);
  if (adult === undefined)
    throw new StatisticsError('nobodyEligible', 'no adult of the household is eligible');
  return { adult, eligibleAdults: adults.length, inclusionProbability: 1 / adults.length };
}
