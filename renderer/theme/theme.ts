import {
  ActionIcon,
  Button,
  Checkbox,
  CloseButton,
  type CSSVariablesResolver,
  createTheme,
  Loader,
  type MantineColorsTuple,
  Menu,
  Modal,
  MultiSelect,
  Popover,
  Select,
  Tooltip,
} from '@mantine/core';

/** 黛蓝, light to dark. */
const dai: MantineColorsTuple = [
  '#eef3f8',
  '#dfe8f1',
  '#c2d4e8',
  '#9db8d6',
  '#7b9cc2',
  '#5d82ad',
  '#41648f',
  '#365680',
  '#2c4a70',
  '#1f3857',
];
/** 朱砂. */
const zhusha: MantineColorsTuple = [
  '#fbefec',
  '#f6dcd5',
  '#f2b8a9',
  '#f08d74',
  '#e36a4d',
  '#cf4c30',
  '#a63a25',
  '#b3301b',
  '#b3301b',
  '#8a2414',
];
const warmGray: MantineColorsTuple = [
  '#faf8f5',
  '#f4f1ec',
  '#ece8e1',
  '#e6e1d9',
  '#d3ccc1',
  '#938b80',
  '#6f6960',
  '#59544d',
  '#3b3732',
  '#22201d',
];
const warmDark: MantineColorsTuple = [
  '#ece8e2',
  '#d4cec5',
  '#b9b2a8',
  '#9c958b',
  '#4a4540',
  '#3e3a35',
  '#292623',
  '#1a1917',
  '#161513',
  '#0f0e0d',
];

/** Mantine with this program's ink, type and measures. */
export const theme = createTheme({
  primaryColor: 'dai',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  colors: { dai, red: zhusha, gray: warmGray, dark: warmDark },
  black: '#22201d',
  defaultRadius: 4,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.6', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: { fontWeight: '600', fontFamily: 'var(--font-text)' },
  shadows: { md: 'var(--shadow-raised)', xl: 'var(--shadow-raised)' },
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 32 } }),
    CloseButton: CloseButton.extend({ defaultProps: { iconSize: 16 } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Loader: Loader.extend({ defaultProps: { type: 'dots', size: 'sm' } }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 120 },
        position: 'bottom-end',
        // A focusable placeholder is no child a menu may have.
        withInitialFocusPlaceholder: false,
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        // The head of a dialog is not the banner of the page.
        attributes: { header: { role: 'presentation' } },
        centered: true,
        radius: 8,
        shadow: 'xl',
        transitionProps: { duration: 150, transition: 'fade' },
      },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } }),
    // A list that opens because the focus came hides the form it belongs to; a click, a letter or ↓ opens it.
    MultiSelect: MultiSelect.extend({ defaultProps: { openOnFocus: false } }),
    Select: Select.extend({
      defaultProps: { allowDeselect: false, checkIconPosition: 'right', openOnFocus: false },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 120 }, withArrow: false, fz: 12 },
    }),
  },
});

/** Mantine's own variables, tied to the tokens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-error': 'var(--vermilion)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--hairline-strong)',
    '--mantine-primary-color-filled': 'var(--accent-fill)',
    '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
    '--mantine-color-dai-filled': 'var(--accent-fill)',
    '--mantine-color-dai-filled-hover': 'var(--accent-fill-hover)',
  },
  light: {},
  dark: {},
});
