import { may, useArea } from '../../../api/areas.ts';
import { useSession } from '../../../api/session.ts';
import { useTexts } from '../../../i18n/index.ts';
import { useFormat } from '../../../parts/format.ts';
import type { Choice } from './choice.ts';
import { communityNode, type PlaceNode } from './place-node.ts';
import { usePlaces } from './use-places.ts';

/** More names than this are told by their number. */
const namesShown = 6;

/** A community of a scope in words, with its parts where it is not the whole: by name for those who prepare rounds. */
export function useScopeNames({ parts }: Choice, streetId: string): (communityId: string) => string {
  const t = useTexts();
  const format = useFormat();
  const session = useSession();
  const { tree } = useArea();
  const read = may(session, tree, 'rounds.prepare', streetId) ? Object.keys(parts) : [];
  const places = usePlaces(read);
  return (communityId) => {
    const area = tree.find(communityId);
    const name = area?.name ?? communityId;
    const ids = parts[communityId];
    if (ids === undefined) return name;
    const data = places[read.indexOf(communityId)]?.data;
    const names =
      area === undefined || data === undefined ? [] : namesOf(communityNode(area, 0, data), new Set(ids));
    if (names.length === 0) return t('places.some', { name, count: ids.length });
    const shown = format.list(names.slice(0, namesShown));
    const listed = names.length > namesShown ? t('places.andMore', { shown, count: names.length }) : shown;
    return t('places.named', { name, parts: listed });
  };
}

const namesOf = ({ id, fullName, children }: PlaceNode, chosen: ReadonlySet<string>): string[] =>
  chosen.has(id) ? [fullName] : (children ?? []).flatMap((child) => namesOf(child, chosen));
