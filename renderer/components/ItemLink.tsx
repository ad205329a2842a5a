import { Link } from '@tanstack/react-router';
import type { ItemRef } from '#shared/items.ts';
import { itemAddress } from './itemAddress.ts';

/** A thing's title, leading to its page or to the list it stands in. */
export function ItemLink({ item }: { item: Pick<ItemRef, 'id' | 'kind' | 'title'> }) {
  return <Link to={itemAddress(item)}>{item.title}</Link>;
}
