/** What the story plays on: the product on an empty database, the road to it, and a browser for the desks. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Sql } from '@huhudao/db';
import { createTestDatabase, empty } from '@huhudao/testkit';
import { launchBrowser, removeProfiles } from '@huhudao/testkit/browser';
import { Product } from '../product.ts';
import { TcpProxy } from '../../faults/tcp/tcp-proxy.ts';

export type Stage = {
  product: Product;
  proxy: TcpProxy;
  /** What the story's people type into their browsers. */
  origin: string;
  browser: Browser;
  sql: Sql;
  /** Where the disks of tablets are. */
  disks: string;
};

/** Puts it up; whoever disposes of `running` takes it down, also where this failed midway. */
export async function setStage(running: AsyncDisposableStack): Promise<Stage> {
  const disks = fs.mkdtempSync(path.join(os.tmpdir(), 'huhudao-story-'));
  running.defer(() => removeProfiles(disks));
  const database = await createTestDatabase(empty);
  running.defer(database.drop);
  // Rates are released when a round closes, and not by the clock: how far the tablets have sent would decide them.
  const product = await Product.start(database.connection, { RELEASE_SECONDS: '86400' });
  running.defer(() => product.stop());
  const proxy = await TcpProxy.open(product.port);
  running.defer(() => proxy.close());
  const browser = await launchBrowser();
  running.defer(() => browser.close());
  return { product, proxy, origin: proxy.origin, browser, sql: database.sql, disks };
}
