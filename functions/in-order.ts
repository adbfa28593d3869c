type Delivery = { attributes: { ApproximateReceiveCount: string } };

/**
 * For so many deliveries the events behind one that fails wait for it. They are delivered with it, and the queue counts that
 * as theirs: waiting to the end, they would be set aside with it untried. Passing it then does no harm, since whatever is
 * settled late, also from the dead-letter queue, never undoes a later word.
 */
export const PATIENT_DELIVERIES = 3;

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
      if (Number(event.attributes.ApproximateReceiveCount) < PATIENT_DELIVERIES) return [...failed, ...group.slice(index)];
      failed.push(event);
    }
  }
  return failed;
}
