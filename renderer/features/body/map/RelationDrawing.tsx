import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { RelationMap } from '#shared/body/contract.ts';
import { useT } from '../../../translations.ts';
import { around, layoutOf, MAP, type MapLine, type MapNode } from './layout.ts';
import classes from './Map.module.css';

const COLUMNS = ['groups', 'people', 'units'] as const;

/** The map as a drawing: pointing at a node or moving to it by keyboard leaves only what belongs to it bright. */
export function RelationDrawing({ map }: { map: RelationMap }) {
  const t = useT();
  const words = t.body.map;
  const navigate = useNavigate();
  const layout = useMemo(() => layoutOf(map), [map]);
  const [focused, setFocused] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const nodes = useRef(new Map<string, SVGGElement>());
  const chosen = pointed ?? focused;
  const near = useMemo(() => (chosen === null ? null : around(layout, chosen)), [layout, chosen]);
  const names = useMemo(() => namesOf(map), [map]);
  const first = layout.columns.groups[0] ?? layout.columns.people[0];

  function open({ id, column }: MapNode): void {
    if (column === 'people') void navigate({ to: '/people/$personId', params: { personId: id } });
    else if (column === 'units') void navigate({ to: '/units/$unitId', params: { unitId: id } });
    else void navigate({ to: '/body/$view', params: { view: 'groups' } });
  }
  function onKey(event: KeyboardEvent, node: MapNode): void {
    const column = layout.columns[node.column];
    const at = column.findIndex(({ id }) => id === node.id);
    const beside = (step: number) =>
      nearest(layout.columns[COLUMNS[COLUMNS.indexOf(node.column) + step] ?? node.column], node);
    const to = {
      ArrowUp: column[at - 1],
      ArrowDown: column[at + 1],
      ArrowLeft: beside(-1),
      ArrowRight: beside(1),
      Home: column[0],
      End: column.at(-1),
    }[event.key];
    if (event.key === 'Enter') open(node);
    else if (to !== undefined) nodes.current.get(to.id)?.focus();
    else if (event.key === 'Escape') (event.currentTarget as SVGGElement).blur();
    else return;
    event.preventDefault();
  }
  function labelOf({ id, column }: MapNode): string {
    const person = map.people.find((each) => each.id === id);
    if (column !== 'people' || person === undefined)
      return `${names.get(id) ?? ''}${t.formats.separator}${words.count(around(layout, id).size - 1)}`;
    const offices = person.offices.map(
      ({ groupId, role }) => `${names.get(groupId) ?? ''} ${t.body.roles[role]}`,
    );
    return words.memberOf(person.title, offices.join(t.formats.list), names.get(person.unitId ?? '') ?? '');
  }

  return (
    <nav className={classes.frame} aria-label={words.label}>
      <p className={classes.help}>{words.help}</p>
      <svg viewBox={`0 0 ${MAP.width} ${layout.height}`} className={classes.drawing}>
        <title>{words.label}</title>
        <text x={MAP.groupX} y={16} className={classes.head} textAnchor="end">
          {words.groups}
        </text>
        <text x={(MAP.personX + MAP.personEnd) / 2} y={16} className={classes.head} textAnchor="middle">
          {words.people}
        </text>
        <text x={MAP.unitX} y={16} className={classes.head}>
          {words.units}
        </text>
        {layout.lines.map((line) => (
          <path
            key={`${line.from}-${line.to}`}
            d={curve(line)}
            className={classes.line}
            data-state={
              chosen === null ? undefined : line.from === chosen || line.to === chosen ? 'near' : 'far'
            }
          />
        ))}
        {COLUMNS.flatMap((column) => layout.columns[column]).map((node) => (
          // biome-ignore lint/a11y/useSemanticElements: an SVG group cannot be an anchor of the router
          <g
            key={node.id}
            ref={(element) => {
              if (element) nodes.current.set(node.id, element);
              else nodes.current.delete(node.id);
            }}
            role="link"
            aria-label={labelOf(node)}
            tabIndex={node.id === (focused ?? first?.id) ? 0 : -1}
            className={classes.node}
            data-state={near === null ? undefined : near.has(node.id) ? 'near' : 'far'}
            onFocus={() => setFocused(node.id)}
            onPointerEnter={() => setPointed(node.id)}
            onPointerLeave={() => setPointed(null)}
            onClick={() => open(node)}
            onKeyDown={(event) => onKey(event, node)}
          >
            <Shape node={node} name={names.get(node.id) ?? ''} isLead={isLead(map, node.id)} />
          </g>
        ))}
      </svg>
    </nav>
  );
}

function Shape({
  node: { column, y },
  name,
  isLead: leads,
}: {
  node: MapNode;
  name: string;
  isLead: boolean;
}) {
  if (column === 'people') {
    const middle = (MAP.personX + MAP.personEnd) / 2;
    return (
      <>
        <rect
          x={MAP.personX}
          y={y - 10}
          width={MAP.personEnd - MAP.personX}
          height={20}
          rx={10}
          className={classes.pill}
          data-lead={leads || undefined}
        />
        <text x={middle} y={y} className={classes.text} textAnchor="middle" data-lead={leads || undefined}>
          {cut(name, 9)}
        </text>
      </>
    );
  }
  const isGroup = column === 'groups';
  return (
    <>
      <rect
        x={isGroup ? 0 : MAP.unitX - 10}
        y={y - 13}
        width={isGroup ? MAP.groupX + 10 : MAP.width - MAP.unitX + 10}
        height={26}
        rx={4}
        className={classes.area}
      />
      <text
        x={isGroup ? MAP.groupX : MAP.unitX}
        y={y}
        className={classes.text}
        textAnchor={isGroup ? 'end' : 'start'}
        data-strong
      >
        {cut(name, isGroup ? 13 : 19)}
      </text>
    </>
  );
}

function curve({ kind, fromY, toY }: MapLine): string {
  const [from, to] = kind === 'office' ? [MAP.groupX + 12, MAP.personX] : [MAP.personEnd, MAP.unitX - 12];
  const middle = (from + to) / 2;
  return `M ${from} ${fromY} C ${middle} ${fromY}, ${middle} ${toY}, ${to} ${toY}`;
}

function nearest(column: readonly MapNode[], { y }: MapNode): MapNode | undefined {
  return [...column].sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
}

function namesOf({ groups, people, units }: RelationMap): Map<string, string> {
  return new Map([...groups, ...people, ...units].map(({ id, title }) => [id, title]));
}

function isLead({ people }: RelationMap, id: string): boolean {
  return people.some((person) => person.id === id && person.isCoordinator);
}

function cut(name: string, length: number): string {
  const signs = [...name];
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : name;
}
