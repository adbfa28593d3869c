// What oidc-provider keeps, in this process: nobody's sign-in has to outlive a restart of a demonstration.
type Payload = { uid?: string; grantId?: string; consumed?: number; [name: string]: unknown };

const kept = new Map<string, { payload: Payload; until: number }>();
const now = () => Date.now() / 1000;

function sweep() {
  for (const [key, { until }] of kept) if (until < now()) kept.delete(key);
}

export class InMemory {
  readonly #kind: string;
  constructor(kind: string) {
    this.#kind = kind;
  }
  #key(id: string) {
    return `${this.#kind} ${id}`;
  }
  async upsert(id: string, payload: Payload, seconds = 3600) {
    sweep();
    kept.set(this.#key(id), { payload, until: now() + seconds });
  }
  async find(id: string): Promise<Payload | undefined> {
    const found = kept.get(this.#key(id));
    return found && found.until > now() ? found.payload : undefined;
  }
  async findByUid(uid: string): Promise<Payload | undefined> {
    return [...kept.values()].find(({ payload }) => payload.uid === uid)?.payload;
  }
  async findByUserCode(): Promise<undefined> {}
  async consume(id: string) {
    const found = kept.get(this.#key(id));
    if (found) found.payload.consumed = Math.floor(now());
  }
  async destroy(id: string) {
    kept.delete(this.#key(id));
  }
  async revokeByGrantId(grantId: string) {
    for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
  }
}
