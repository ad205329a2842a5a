import { useCallback } from 'react';

/** A drawing the service sent as SVG text. It is parsed as a document of its own, so no script in it could run. */
export function SvgMarkup({
  svg,
  label,
  className,
}: {
  svg: string;
  label: string;
  className?: string | undefined;
}) {
  const draw = useCallback(
    (place: HTMLDivElement | null) => {
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      if (place !== null && parsed.nodeName === 'svg')
        place.replaceChildren(document.importNode(parsed, true));
    },
    [svg],
  );
  return <div ref={draw} role="img" aria-label={label} className={className} />;
}
