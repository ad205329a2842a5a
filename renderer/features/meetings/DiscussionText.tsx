import { Fragment } from 'react';
import type { Discussion, DiscussionLine } from '#shared/meetings/discussion.ts';
import classes from './Discussion.module.css';

/** A discussion to be read; React writes every word as text. */
export function DiscussionText({ discussion }: { discussion: Discussion }) {
  return (
    <div className={classes.text}>
      {discussion.map((block, at) => {
        const key = `${at}`;
        if (block.kind === 'heading') {
          const Heading = block.level === 1 ? 'h3' : 'h4';
          return (
            <Heading key={key}>
              <Words line={block.line} />
            </Heading>
          );
        }
        if (block.kind === 'paragraph') {
          return (
            <p key={key}>
              <Words line={block.line} />
            </p>
          );
        }
        const List = block.ordered ? 'ol' : 'ul';
        return (
          <List key={key}>
            {block.items.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name and are never moved here
              <li key={place}>
                <Words line={line} />
              </li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

function Words({ line }: { line: DiscussionLine }) {
  return line.map(({ text, bold }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words have no other name and are never moved here
    <Fragment key={at}>{bold ? <strong>{text}</strong> : text}</Fragment>
  ));
}
