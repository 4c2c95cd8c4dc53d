import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AreaKind,
  CompletionMode,
  IdentityMode,
  Indicator,
  IssueCategory,
  IssueState,
  Occupancy,
  Outcome,
  Presence,
  Purpose,
  RevisitReason,
  RevisitState,
  Role,
  RoundState,
  Topic,
} from '@huhudao/domain';
import type { MutationKind } from '@huhudao/protocol';

/** The words of the shared vocabulary, in the language on screen. */
export function useWords() {
  const { t } = useTranslation('ui');
  return useMemo(
    () => ({
      areaKind: (kind: AreaKind): string => t(`areaKind.${kind}`),
      recordKind: (kind: MutationKind): string => t(`recordKind.${kind}`),
      role: (role: Role): string => t(`role.${role}`),
      occupancy: (occupancy: Occupancy): string => t(`occupancy.${occupancy}`),
      purpose: (purpose: Purpose): string => t(`purpose.${purpose}`),
      roundState: (state: RoundState): string => t(`roundState.${state}`),
      outcome: (outcome: Outcome): string => t(`outcome.${outcome}`),
      identityMode: (mode: IdentityMode): string => t(`identityMode.${mode}`),
      completionMode: (mode: CompletionMode): string => t(`completionMode.${mode}`),
      presence: (presence: Presence): string => t(`presence.${presence}`),
      indicator: (indicator: Indicator): string => t(`indicator.${indicator}`),
      topic: (topic: Topic): string => t(`topic.${topic}`),
      issueCategory: (category: IssueCategory): string => t(`issueCategory.${category}`),
      issueState: (state: IssueState): string => t(`issueState.${state}`),
      revisitReason: (reason: RevisitReason): string => t(`revisitReason.${reason}`),
      revisitState: (state: RevisitState): string => t(`revisitState.${state}`),
    }),
    [t],
  );
}
