import { Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { RECORD_ORDERS, type RecordOrder } from '#shared/records/query.ts';
import { useT } from '../../../translations.ts';
import type { ArchiveView } from './views.ts';

/** By what the list is ordered, and which way. */
export function OrderMenu({
  view,
  onOrder,
}: {
  view: ArchiveView;
  onOrder: (order: ArchiveView['order'], direction: ArchiveView['direction']) => void;
}) {
  const t = useT();
  const words = t.records.list;
  const Arrow = view.direction === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowsSort size={16} stroke={1.5} aria-hidden />}
          rightSection={
            <Arrow
              size={14}
              stroke={1.5}
              aria-label={view.direction === 'asc' ? words.ascending : words.descending}
            />
          }
          aria-label={`${words.order}${t.formats.colon}${words.orders[view.order]}`}
        >
          {words.orders[view.order]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.order}</Menu.Label>
        <Menu.RadioGroup
          value={view.order}
          onChange={(order) => onOrder(order as RecordOrder, view.direction)}
        >
          {RECORD_ORDERS.map((order) => (
            <Menu.RadioItem key={order} value={order}>
              {words.orders[order]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={view.direction}
          onChange={(direction) => onOrder(view.order, direction === 'asc' ? 'asc' : 'desc')}
        >
          <Menu.RadioItem value="asc">{words.ascending}</Menu.RadioItem>
          <Menu.RadioItem value="desc">{words.descending}</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
