import type { Deps } from '../http/deps.ts';
import type { Say } from '../http/terminal.ts';
import type { Demo } from './demo.ts';
import * as queries from './demo.queries.ts';

/** `npm start -- --demo`: fills an empty installation, telling every tenth, and prints who can sign in. */
export async function startWithDemo(demo: Demo, deps: Deps, say: Say): Promise<void> {
  const [people] = await queries.countPeople(deps.sql);
  if (people === undefined || people.count === 0) {
    say('正在生成演示数据… / Making demonstration data…');
    let told = 0;
    await demo.fillNow(deps, (part) => {
      const tenths = Math.floor(part * 10);
      if (tenths > told) say(`  ${tenths * 10}%`);
      told = Math.max(told, tenths);
    });
  }
  const shown = await demo.people(deps);
  if (shown.length === 0) {
    say('这里已有自己的数据，没有载入演示数据。 / This installation holds its own data; nothing was added.');
    return;
  }
  say('演示人员（用户名 / 密码） / Demonstration people (user name / password)');
  for (const { login, password, name, areaName } of shown)
    say(`  ${login}  ${password}  ${name} · ${areaName}`);
  say('');
}
