import {
  QueryCache,
  QueryClient,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  Problem,
  call,
  type CallOf,
  type Endpoint,
  type ResponseOf,
  type Transport,
} from '@huhudao/protocol';

/** The page's own origin; the session cookie goes along by itself. */
export const transport: Transport = { origin: '', fetch: (input, init) => fetch(input, init) };

/** Key of the query that holds who is signed in; `null` when nobody is. */
export const sessionKey = ['readSession'];

/** Problems that mean the person at the screen has to sign in again. */
const signedOut = ['notSignedIn', 'sessionExpired'];

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => noticeSignOut(error) }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { onError: (error) => noticeSignOut(error) },
  },
});

/** A typed problem is an answer and is not asked again; silence or a busy server is. */
function worthRetrying(failures: number, error: unknown): boolean {
  const busy = !(error instanceof Problem) || error.status === 503 || error.status === 429;
  return busy && failures < 2;
}

/** Whatever was on the screen stays in the address, so that signing in again leads back to it. */
export function noticeSignOut(error: unknown): void {
  if (!(error instanceof Problem)) return;
  if (signedOut.includes(error.code)) queryClient.setQueryData(sessionKey, null);
  if (error.code === 'passwordMustChange') void queryClient.invalidateQueries({ queryKey: sessionKey });
}

/** How an endpoint is read through the cache: the key is its name and the parts of the call. */
export function reading<E extends Endpoint>(target: E, parts: CallOf<E>) {
  return queryOptions({
    queryKey: [target.name, parts] as const,
    queryFn: ({ signal }): Promise<ResponseOf<E>> => call(transport, target, parts, signal),
  });
}

type ReadOptions = { enabled?: boolean; keep?: boolean; every?: number | false };

/**
 * Reads an endpoint. `keep` shows the answer before while another filter loads; `every` asks again after so many
 * milliseconds, for work that goes on in the background.
 */
export function useRead<E extends Endpoint>(target: E, parts: CallOf<E>, options: ReadOptions = {}) {
  return useQuery({
    ...reading(target, parts),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Calls a writing endpoint; `refreshes` are the endpoints whose answers it changes. */
export function useWrite<E extends Endpoint>(target: E, refreshes: readonly Endpoint[] = []) {
  const client = useQueryClient();
  return useMutation<ResponseOf<E>, Error, CallOf<E>>({
    mutationKey: [target.name],
    mutationFn: (parts) => call(transport, target, parts),
    onSuccess: async () => {
      await Promise.all(refreshes.map((one) => client.invalidateQueries({ queryKey: [one.name] })));
    },
  });
}
