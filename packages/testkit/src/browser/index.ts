export { chinese, launchBrowser, openProfile } from './launch.ts';
export { killProfile } from './kill-profile.ts';
