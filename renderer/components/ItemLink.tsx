import { Link } from '@tanstack/react-router';
import type { ItemRef } from '#shared/items.ts';

/** A thing's title, leading to its page or to the list it stands in. */
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
    case 'screening':
      return (
        <Link to="/screening/$caseId" params={{ caseId: id }}>
          {title}
        </Link>
      );
    case 'panelSheet':
      return (
        <Link to="/screening/sheets/$sheetId" params={{ sheetId: id }}>
          {title}
        </Link>
      );
    case 'agreement':
      return (
        <Link to="/exchange/$view" params={{ view: 'agreements' }}>
          {title}
        </Link>
      );
    case 'dossier':
      return (
        <Link to="/dossiers/$dossierId" params={{ dossierId: id }}>
          {title}
        </Link>
      );
    case 'group':
    case 'appointment':
      return <Link to="/body">{title}</Link>;
    case 'ruleset':
      return (
        <Link to="/rules/$rulesetId" params={{ rulesetId: id }}>
          {title}
        </Link>
      );
    case 'contact':
      return (
        <Link to="/exchange/$view" params={{ view: 'contacts' }}>
          {title}
        </Link>
      );
  }
}
