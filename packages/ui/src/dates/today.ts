import { dayOf } from '@huhudao/domain';

/** Today in Asia/Shanghai, `YYYY-MM-DD`, whatever zone the device is set to. */
export const today = (): string => dayOf(Date.now());
