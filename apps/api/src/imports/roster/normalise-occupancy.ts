/** The words offices use for how a door is lived in. A word that is not here is asked about, never guessed. */
import type { Occupancy } from '@huhudao/domain';
import { settle, tidyLabel } from './normalise-text.ts';

const words: Readonly<Record<Occupancy, string>> = {
  occupied:
    '自住 自有 自用 自有自住 业主自住 产权人自住 本人居住 户主居住 常住 长住 在住 居住 有人居住 已入住 入住 正常居住 人户一致 人户合一 户在人在 OCCUPIED OWNER OWNER-OCCUPIED',
  rented: '出租 已出租 租赁 租住 租房 租户 承租 合租 群租 转租 出租房 出租户 RENTED LET TENANT',
  vacant: '空置 空 空房 空户 空关 闲置 无人 无人居住 无人住 未入住 未住人 没人住 未售 空置房 VACANT EMPTY',
  absent: '人户分离 户在人不在 外出 长期外出 常年外出 人在外 不在此居住 人不在 ABSENT AWAY',
  business:
    '商用 商业 经营 商铺 商户 门店 门面 门面房 店铺 底商 营业 办公 公司 单位 商业用房 经营用房 非住宅 民宿 BUSINESS SHOP OFFICE',
  demolished: '拆迁 已拆迁 已拆 拆除 已拆除 征收 已征收 已搬迁腾退 腾退 已腾退 DEMOLISHED',
};

const occupancyOfWord = new Map<string, Occupancy>();
for (const [occupancy, list] of Object.entries(words) as [Occupancy, string][]) {
  for (const word of list.split(' ')) occupancyOfWord.set(word, occupancy);
}

/** The spelling under which a word is asked about and answered. */
export function occupancyWord(text: string): string {
  return settle(text, (given) => tidyLabel(given).replace(/[()[\]【】,，。.;；:：]/g, ''));
}

/** Null for a word with no settled meaning. `answers` are by `occupancyWord` and go before the list. */
export function readOccupancy(
  text: string,
  answers: Readonly<Record<string, Occupancy>> = {},
): Occupancy | null {
  const word = occupancyWord(text);
  if (Object.hasOwn(answers, word)) return answers[word] ?? null;
  return occupancyOfWord.get(word) ?? null;
}
