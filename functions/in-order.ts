type Delivery = { attributes: { ApproximateReceiveCount: string } };

/**
 * Until then the events behind one that fails wait for it. They are delivered with it, and the queue counts that as theirs:
 * waiting to the end, they would be set aside with it untried (docs/decisions/2026-11-22-a-failing-event-gives-way.md).
 */
export const GIVES_WAY_FROM_DELIVERY = 3;

/** One person's events, one after the other. Answers those that have to come again. */
export async function workInOrder<Event extends Delivery>(
  group: readonly Event[],
  work: (event: Event) => Promise<void>,
  tellFailure: (error: unknown) => void,
): Promise<Event[]> {
  const failed: Event[] = [];
  for (const [index, event] of group.entries()) {
    try {
      await work(event);
    } catch (error) {
      tellFailure(error);
      if (Number(event.attributes.ApproximateReceiveCount) < GIVES_WAY_FROM_DELIVERY) return [...failed, ...group.slice(index)];
      failed.push(event);
    }
  }
  return failed;
}
