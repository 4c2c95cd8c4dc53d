/** Invented issues that residents report at the door, some with a drawing in place of a photo. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { IssueCategory } from '@huhudao/domain';
import { beginPhoto, sendPhotoPart, type MutationPayload, type PhotoReference } from '@huhudao/protocol';
import type { DemoUser } from './demo-client.ts';

type Drawing = keyof typeof drawings;
type Told = { category: IssueCategory; note: string; drawing?: Drawing };

const told: readonly Told[] = [
  { category: 'lighting', note: '三楼到四楼的楼道灯坏了半个多月，晚上看不清台阶。', drawing: 'lamp' },
  { category: 'lift', note: '电梯经常停在一楼半，老人不敢坐。' },
  { category: 'leakage', note: '六楼楼顶下雨就渗水，墙皮掉了一片。', drawing: 'leak' },
  { category: 'fireLane', note: '楼下有人从窗户拉线给电动车充电，还占了消防通道。' },
  { category: 'parking', note: '地面车位不够，车停到了单元门口。' },
  { category: 'rubbish', note: '垃圾桶早上九点就满了，希望多清一次。' },
  { category: 'greening', note: '窗前的树太密，一楼白天也要开灯。' },
  { category: 'noise', note: '隔壁晚上十一点以后还在装修。' },
  { category: 'clutter', note: '五楼拐角堆着旧家具，担架过不去。', drawing: 'clutter' },
  { category: 'other', note: '希望在花园里装两张有靠背的长椅。' },
];

/** Pictures drawn here: no demonstration shows anybody's home. */
const drawings = {
  lamp: '<rect width="640" height="480" fill="#2b3038"/><path d="M0 480 640 220V480z" fill="#4a525e"/><circle cx="320" cy="90" r="34" fill="#6b7482"/><path d="M300 60l40 60m0-60l-40 60" stroke="#c8cfd8" stroke-width="6"/>',
  leak: '<rect width="640" height="480" fill="#e6e1d8"/><path d="M180 0h280l-60 210-70 40-90-60z" fill="#b5a68c"/><path d="M320 250v150" stroke="#7f97ad" stroke-width="8"/><ellipse cx="320" cy="430" rx="120" ry="20" fill="#8fa9c0"/>',
  clutter:
    '<rect width="640" height="480" fill="#d9dde2"/><rect x="60" y="240" width="220" height="200" fill="#8b6f4e"/><rect x="120" y="150" width="180" height="120" fill="#a3845c"/><rect x="330" y="290" width="150" height="150" fill="#6f7d8c"/>',
} as const;

/** Every so many records a resident has something to report. */
const everyRecords = 61;

/** What a resident reports when the tablet has come to this number; undefined where nothing is reported. */
export function toldAt(sequence: number): Told | undefined {
  return sequence % everyRecords === 0 ? told[Math.floor(sequence / everyRecords) % told.length] : undefined;
}

/** The record of an issue. */
export async function issuePayload(
  { category, note, drawing }: Told,
  door: { roundId: string; householdId: string },
): Promise<MutationPayload<'reportIssue'>> {
  const photos = drawing === undefined ? [] : [(await drawn(drawing)).reference];
  return { ...door, category, note, mayNameDoor: category !== 'noise', photos };
}

/** Sends the pictures of the demonstration to a street; each is stored there once. */
export async function sendDrawings(leader: DemoUser, streetId: string): Promise<void> {
  for (const name of ['lamp', 'leak', 'clutter'] as const) {
    const { reference, bytes } = await drawn(name);
    const { complete } = await leader.call(beginPhoto, { body: { streetId, ...reference } });
    if (complete) continue;
    await leader.call(sendPhotoPart, {
      params: { digest: reference.digest },
      query: { streetId, offset: 0 },
      body: { name, type: 'application/octet-stream', bytes },
    });
  }
}

async function drawn(name: Drawing): Promise<{ reference: PhotoReference; bytes: Uint8Array<ArrayBuffer> }> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${drawings[name]}</svg>`;
  const bytes = new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer());
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { reference: { digest, size: bytes.length, type: 'image/jpeg' }, bytes };
}
