export * from './client.ts';
export * from './endpoint.ts';
export * from './endpoints/index.ts';
export * from './fields.ts';
export * from './ids.ts';
export * from './permissions.ts';
export * from './problem.ts';
export { problems, type ProblemCode } from './problems.ts';
export * from './sync.ts';
