import { z } from 'zod';

/** A table's page in the address, from 1. */
export const pageNumber = z.number().int().min(1).optional().catch(undefined);
export const pageSize = 50;
