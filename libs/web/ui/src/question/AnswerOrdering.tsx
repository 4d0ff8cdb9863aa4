import { useLayoutEffect, useRef, useState } from 'react';
import { Hidden } from '../base/Hidden.js';
import { Button } from '../button/Button.js';
import { Icon } from '../icons/Icon.js';
import type { AnswerProps, AskedBody, AskedText, GivenAnswer } from './asked.js';
import styles from './Answer.module.css';

type Props = AnswerProps<Extract<AskedBody, { type: 'ordering' }>, Extract<GivenAnswer, { type: 'ordering' }>>;

/** The items as they were put, and any that the answer does not name at the end. */
function inOrder(items: readonly AskedText[], ids: readonly string[]): AskedText[] {
  const named = ids.flatMap((id) => items.filter((item) => item.id === id));
  return [...named, ...items.filter((item) => !ids.includes(item.id))];
}

/** Things to put in order by two buttons each. As long as nothing moved, the order shown is not an answer yet. */
export function AnswerOrdering({ body, answer, labelledBy, texts, onAnswer }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ id: string; by: -1 | 1 } | null>(null);
  const [said, setSaid] = useState('');
  const items = inOrder(body.items, answer?.itemIds ?? []);

  // The browser drops the focus when a row is put elsewhere.
  useLayoutEffect(() => {
    if (!moved.current) return;
    const { id, by } = moved.current;
    moved.current = null;
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"] [data-move="${by}"]`)?.focus();
  });

  const answerWith = (ordered: readonly AskedText[]) =>
    onAnswer({ type: 'ordering', itemIds: ordered.map((item) => item.id) });
  const move = (index: number, by: -1 | 1) => {
    const item = items[index];
    if (!item || index + by < 0 || index + by >= items.length) return;
    const next = items.toSpliced(index, 1);
    next.splice(index + by, 0, item);
    moved.current = { id: item.id, by };
    setSaid(texts.moved(item.text, index + 1 + by, items.length));
    answerWith(next);
  };
  const button = (index: number, by: -1 | 1, text: string, end: boolean) => (
    <Button
      variant="quiet"
      data-move={by}
      aria-disabled={end || undefined}
      title={text}
      onClick={() => move(index, by)}
    >
      <Icon name={by === -1 ? 'up' : 'down'} />
      <Hidden>{text}</Hidden>
    </Button>
  );
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <ol className={styles.order} ref={list} data-answered={answer ? true : undefined}>
        {items.map((item, index) => (
          <li key={item.id} data-item={item.id}>
            <span className={styles.place} aria-hidden>
              {index + 1}
            </span>
            <span>{item.text}</span>
            <span className={styles.moves}>
              {button(index, -1, texts.up(item.text), index === 0)}
              {button(index, 1, texts.down(item.text), index === items.length - 1)}
            </span>
          </li>
        ))}
      </ol>
      {!answer && <Button onClick={() => answerWith(items)}>{texts.keepOrder}</Button>}
      <span aria-live="polite">
        <Hidden>{said}</Hidden>
      </span>
    </div>
  );
}
