// A browser, as far as the API can tell: it keeps cookies, says where it comes from and speaks JSON.

export const ORIGIN = "https://canbaotong.test";

type App = { request(path: string, init: RequestInit): Response | Promise<Response> };
type More = { headers?: Record<string, string>; method?: string; body?: BodyInit };

export function aBrowser(app: App) {
  const cookies = new Map<string, string>();

  async function go(path: string, init: RequestInit & { duplex?: "half" }): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = new Headers({ origin: ORIGIN, ...(cookie && { cookie }) });
    for (const [name, value] of new Headers(init.headers))
      if (value) headers.set(name, value);
      else headers.delete(name);
    const response = await app.request(`/api${path}`, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0/i.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  return {
    cookies,
    get: (path: string, { headers = {}, method = "GET" }: More = {}) => go(path, { method, headers }),
    put: (path: string, body: BodyInit, type: string) => go(path, { method: "PUT", body, headers: { "content-type": type } }),
    del: (path: string, { headers = {} }: More = {}) => go(path, { method: "DELETE", headers }),
    post: (path: string, body?: unknown, { headers = {}, method = "POST", body: raw }: More = {}) =>
      go(path, {
        method,
        ...(raw !== undefined && { body: raw }),
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
        headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      }),
  };
}
export type Browser = ReturnType<typeof aBrowser>;
