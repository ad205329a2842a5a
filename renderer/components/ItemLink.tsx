import { Link } from '@tanstack/react-router';
import type { ItemRef } from '#shared/items.ts';

/** A thing's title, leading to its page; the title alone where its kind has none. */
export function ItemLink({ item: { id, kind, title } }: { item: Pick<ItemRef, 'id' | 'kind' | 'title'> }) {
  switch (kind) {
    case 'record':
      return (
        <Link to="/records/$recordId" params={{ recordId: id }}>
          {title}
        </Link>
      );
    case 'person':
      return (
        <Link to="/people/$personId" params={{ personId: id }}>
          {title}
        </Link>
      );
    case 'unit':
      return (
        <Link to="/units/$unitId" params={{ unitId: id }}>
          {title}
        </Link>
      );
    case 'project':
      return (
        <Link to="/projects/$projectId" params={{ projectId: id }}>
          {title}
        </Link>
      );
    case 'agreement':
    case 'contact':
      return <span>{title}</span>;
  }
}
