export { chinese, launchBrowser, openProfile } from './launch.ts';
export { killProfile } from './kill-profile.ts';
export { removeProfiles } from './remove-profiles.ts';
