/** An office at work, for the tests of one file: the product on a database of its own, a street in it, and a browser. */
import type { Browser } from 'playwright-core';
import type { Sql } from '@huhudao/db';
import { createTestDatabase, empty } from '@huhudao/testkit';
import { launchBrowser } from '@huhudao/testkit/browser';
import { Desk } from './desk/desk.ts';
import { makeOfficeWorld, type OfficeWorld } from './office-world.ts';
import { Product } from './product.ts';

type Person = keyof OfficeWorld['people'];

export type OpenOffice = {
  browser: Browser;
  origin: string;
  /** The product's database. */
  sql: Sql;
  world: OfficeWorld;
  /** Somebody of the street, signed in at a desk of their own. */
  sitDown: (person: Person) => Promise<Desk>;
  /** Stops the browser and the product, and drops the database. */
  close: () => Promise<void>;
};

export async function openOffice(settings: NodeJS.ProcessEnv = {}): Promise<OpenOffice> {
  const database = await createTestDatabase(empty);
  const product = await Product.start(database.connection, settings);
  const origin = `http://localhost:${product.port}`;
  const world = await makeOfficeWorld(origin, await product.setupToken());
  const browser = await launchBrowser();
  return {
    browser,
    origin,
    sql: database.sql,
    world,
    sitDown: (person) => Desk.signIn(browser, origin, world.people[person]),
    close: async () => {
      await browser.close();
      await product.stop();
      await database.drop();
    },
  };
}
