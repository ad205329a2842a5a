/** The program's mark: 盟 cut as a square seal, 日 and 月 over 皿. */
export function Seal({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="9" fill="#b3301b" />
      <path
        fill="none"
        stroke="#fdf7f0"
        strokeWidth="3.6"
        strokeLinecap="square"
        d="M12 11h17v22H12zM12 22h17M36 35V11h17v24M36 19h17M36 27h17M13 42h38v10M13 42v10M25.5 42v10M38.500 42v10M9 53.500h46"
      />
    </svg>
  );
}
