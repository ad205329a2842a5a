import { shortcutText } from '../../keyboard.ts';
import classes from './KeyHint.module.css';

/** A shortcut as small keys: 'Mod+K'. */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd className={classes.keys}>{shortcutText(keys)}</kbd>;
}
