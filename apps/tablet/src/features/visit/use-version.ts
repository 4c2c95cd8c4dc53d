import { useEffect, useState } from 'react';
import type { CompiledVersion } from '@huhudao/questionnaire';
import { useSnapshotPart, useTablet } from '../../app/tablet.tsx';
import { isCompiled, type PulledVersion } from '../../local/reference.store.ts';

/** A form as it was pulled: its definition to render, and compiled to read answers by. */
export type FormVersion = { hash: string; definition: unknown; compiled: CompiledVersion };

/** `undefined` while the disk is read; `null` where there is none, or it has not been pulled yet. */
export function useVersion(hash: string | null): FormVersion | null | undefined {
  const store = useTablet();
  const missing = useSnapshotPart(({ missingVersions }) => hash !== null && missingVersions.includes(hash));
  const [version, setVersion] = useState<FormVersion | null | undefined>(hash === null ? null : undefined);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const pulled = missing || hash === null ? undefined : await store.version(hash);
      if (!current) return;
      setVersion(pulled === undefined ? null : usable(pulled));
    };
    void read();
    return () => {
      current = false;
    };
  }, [store, hash, missing]);
  return version;
}

function usable({ hash, definition, compiled }: PulledVersion): FormVersion | null {
  return isCompiled(compiled) ? { hash, definition, compiled } : null;
}
