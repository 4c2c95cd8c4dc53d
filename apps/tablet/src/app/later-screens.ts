import { lazy } from 'react';

const later = () => import('./later.ts');

export const HandOver = lazy(async () => ({ default: (await later()).HandOver }));
export const ConcernScreen = lazy(async () => ({ default: (await later()).ConcernScreen }));
export const OutcomeSheets = lazy(async () => ({ default: (await later()).OutcomeSheets }));
export const GoneDoorsNote = lazy(async () => ({ default: (await later()).GoneDoorsNote }));
export const Plan = lazy(async () => ({ default: (await later()).Plan }));
export const Revisits = lazy(async () => ({ default: (await later()).Revisits }));
export const Settings = lazy(async () => ({ default: (await later()).Settings }));
export const SyncStatusScreen = lazy(async () => ({ default: (await later()).SyncStatusScreen }));
export const SlipSheet = lazy(async () => ({ default: (await later()).SlipSheet }));
export const VisitScreen = lazy(async () => ({ default: (await later()).VisitScreen }));
