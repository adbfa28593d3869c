// An issuer that says whatever a test wants it to say, with keys of its own.
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { openIssuer } from "../../functions/staff/issuer.ts";

const CLIENT = "canbaotong";
const ALG = "ES256";
type Key = Awaited<ReturnType<typeof generateKeyPair>>["privateKey"];

/** What the next token says besides, or instead; `undefined` leaves a claim out. `by`: signed by others; `none`: not at all. */
export type Lie = { claims?: Record<string, unknown>; by?: "others" | "none"; metadata?: Record<string, unknown> };

export async function fakeIssuer() {
  const [ours, others] = await Promise.all([generateKeyPair(ALG), generateKeyPair(ALG)]);
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: "1", alg: ALG, use: "sig" };
  let lie: Lie = {};
  let nonce = "";

  const server = createServer(async (request, response) => {
    const say = (answer: object) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    if (request.url?.startsWith("/.well-known/"))
      return say({
        issuer: address,
        authorization_endpoint: `${address}/auth`,
        token_endpoint: `${address}/token`,
        jwks_uri: `${address}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: [ALG],
        ...lie.metadata,
      });
    if (request.url === "/keys") return say({ keys: [jwk] });
    return say({ access_token: "a", token_type: "bearer", id_token: await token() });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`;

  async function token(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const truth: JWTPayload = {
      iss: address,
      aud: CLIENT,
      sub: "somebody",
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce,
      amr: ["mfa"],
    };
    const said = JSON.parse(JSON.stringify({ ...truth, ...lie.claims }));
    if (lie.by === "none") return new UnsecuredJWT(said).encode();
    const key: Key = lie.by === "others" ? others.privateKey : ours.privateKey;
    return new SignJWT(said).setProtectedHeader({ alg: ALG, kid: "1" }).sign(key);
  }

  return {
    address,
    /** Anew, so that nothing is remembered of an earlier lie. */
    portal: (factors = "mfa") =>
      openIssuer({
        issuer: address,
        clientId: CLIENT,
        factors,
        secret: async () => ({ clientSecret: "a secret of thirty-two characters, or more" }),
      }),
    says(next: Lie, expected: string) {
      lie = next;
      nonce = expected;
    },
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
