// Where staff sign in on this machine: an issuer with an address of its own, hence another site than `localhost`.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";

const CLIENT_ID = "canbaotong";

export type Issuer = { address: string; environment: Record<string, string>; stop(): Promise<void> };

/**
 * Listens at once and costs nothing until somebody signs in: only then is oidc-provider loaded. It keeps its port from one start
 * to the next, because people are known by issuer and subject.
 */
export async function startIssuer(folder: string, origins: readonly string[]): Promise<Issuer> {
  const secret = secretIn(join(folder, "secrets", "issuer.json"));
  const remembered = join(folder, "issuer-port");
  const client = { id: CLIENT_ID, secret, redirectUris: origins.map((origin) => `${origin}/api/staff/session/callback`) };

  let provider: Promise<RequestListener> | undefined;
  const server = createServer(async (request, response) => {
    provider ??= import("./provider.ts").then(({ openProvider }) => openProvider(address, client));
    (await provider)(request, response);
  });
  const listenOn = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const known = existsSync(remembered) ? Number(readFileSync(remembered, "utf8")) : 0;
  await listenOn(known).catch(() => listenOn(0)); // somebody else has taken it meanwhile
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : known;
  writeFileSync(remembered, String(port), { mode: 0o600 });
  const address = `http://127.0.0.1:${port}`;

  return {
    address,
    environment: {
      STAFF_ISSUER: address,
      STAFF_CLIENT_ID: CLIENT_ID,
      STAFF_ACR: "mfa",
      ISSUER_SECRET_FILE: join(folder, "secrets", "issuer.json"),
    },
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function secretIn(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify({ clientSecret: randomBytes(32).toString("base64url") }), { mode: 0o600, flush: true });
  }
  return JSON.parse(readFileSync(file, "utf8")).clientSecret;
}
