/** Tabs of one tablet lock together. */
const channel = new BroadcastChannel('huhudao-lock');

export function tellLocked(): void {
  channel.postMessage('locked');
}

/** Calls back when another tab was locked; returns how to stop. */
export function onLockElsewhere(lock: () => void): () => void {
  channel.addEventListener('message', lock);
  return () => channel.removeEventListener('message', lock);
}
