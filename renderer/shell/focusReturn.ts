import { useEffect } from 'react';

const LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/**
 * When a dialog goes, the focus stands again on what opened it: whoever works by keyboard goes on where the work was, not
 * at the top of the page. A dialog that was opened from a menu goes back to the menu's button.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    const openers = new WeakMap<Element, HTMLElement | null>();
    const layerOf = new WeakMap<Element, Element>();
    let last: HTMLElement | null = null;
    let layer: Element | null = null;

    function onFocus({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      layer = target.closest(LAYER);
      if (layer !== null) {
        if (!openers.has(layer)) openers.set(layer, last);
        layerOf.set(target, layer);
      }
      last = target;
    }

    /** What opened the layer; where that lay in a layer that has gone too, what opened that one. */
    function openerOf(gone: Element): HTMLElement | null {
      const opener = openers.get(gone) ?? null;
      if (opener === null || opener.isConnected) return opener;
      const around = layerOf.get(opener);
      return around === undefined || around === gone ? null : openerOf(around);
    }

    function onChange(): void {
      if (layer === null || layer.isConnected || document.activeElement !== document.body) return;
      const gone = layer;
      layer = null;
      openerOf(gone)?.focus({ preventScroll: true });
    }

    const observer = new MutationObserver(onChange);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}
