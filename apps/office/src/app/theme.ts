import { theme as antd, type ThemeConfig } from 'antd';
import type { Look, Tokens } from '../parts/tokens.ts';

/** antd's theme out of the product's tokens. */
export function themeOf({ tokens, dark }: Look): ThemeConfig {
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: tokens.accent,
      colorInfo: tokens.accent,
      colorLink: tokens.accent,
      colorSuccess: tokens.done,
      colorWarning: tokens.wait,
      colorError: tokens.back,
      colorInfoBg: tokens['accent-tint'],
      colorInfoBorder: tokens['accent-line'],
      colorSuccessBg: tokens['done-tint'],
      colorSuccessBorder: tokens['done-line'],
      colorWarningBg: tokens['wait-tint'],
      colorWarningBorder: tokens['wait-line'],
      colorErrorBg: tokens['back-tint'],
      colorErrorBorder: tokens['back-line'],
      colorTextBase: tokens.ink,
      colorBgBase: tokens.surface,
      colorTextSecondary: tokens['ink-quiet'],
      colorTextTertiary: tokens['ink-quiet'],
      colorTextDescription: tokens['ink-quiet'],
      colorTextPlaceholder: tokens['ink-quiet'],
      // What is chosen in a field that cannot be changed is still to be read.
      colorTextDisabled: tokens['ink-quiet'],
      colorTextLightSolid: tokens['on-accent'],
      colorBorder: tokens['line-strong'],
      colorBorderSecondary: tokens.line,
      colorSplit: tokens.line,
      colorBgLayout: tokens.ground,
      colorBgContainer: tokens.surface,
      colorBgElevated: tokens['surface-raised'],
      controlItemBgActive: tokens['accent-tint'],
      borderRadius: 8,
      borderRadiusLG: 10,
      fontSize: 14,
      fontFamily: tokens.font,
    },
    components: componentsOf(tokens),
  };
}

const componentsOf = (tokens: Tokens): NonNullable<ThemeConfig['components']> => ({
  Layout: {
    siderBg: tokens.surface,
    lightSiderBg: tokens.surface,
    headerBg: tokens.surface,
    headerHeight: 56,
    headerPadding: '0 24px',
  },
  Menu: {
    itemSelectedBg: tokens['accent-tint'],
    itemSelectedColor: tokens.accent,
    activeBarBorderWidth: 0,
  },
  Table: { headerBg: tokens.ground },
  Calendar: { itemActiveBg: tokens['accent-tint'] },
  Tree: { nodeSelectedBg: tokens['accent-tint'], nodeSelectedColor: tokens.accent },
});
