import { useState } from 'react';

/** Something sent once: while it is on its way, and what was thrown if it failed. */
export function useSubmit(): {
  pending: boolean;
  error: unknown;
  submit: (send: () => Promise<void>) => Promise<void>;
} {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (send: () => Promise<void>) => {
    if (pending) return;
    setPending(true);
    setError(null);
    try {
      await send();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setPending(false);
    }
  };
  return { pending, error, submit };
}
