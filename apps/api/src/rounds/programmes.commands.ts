import { Problem } from '@huhudao/protocol';
import { platformCommand } from '../http/transaction.ts';
import { checkVersions } from './check-versions.ts';
import * as queries from './programmes.queries.ts';

/** @throws Problem roundNameTaken, versionUnknown, versionRetired */
export const createProgramme = platformCommand({
  action: 'programme.created',
  subject: ({ id, design }: queries.NewProgramme) => ({
    programmeId: id,
    streets: design.streets.map(({ streetId }) => streetId),
  }),
  run: async ({ sql, at, actor }, programme) => {
    const { districtId, name, design } = programme;
    const [same] = await queries.countProgrammesOfName(sql, districtId, name);
    if (same !== undefined && same.count > 0) throw new Problem('roundNameTaken');
    await checkVersions(sql, design);
    await queries.insertProgramme(sql, programme, { at, personId: actor.personId });
  },
});
