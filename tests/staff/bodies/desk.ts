/** A right body for each address of the desk at which something is sent. */
export const bodies: Readonly<Record<string, unknown>> = {
  "/staff/tasks/:task/hands": { to: "me", note: "我来办" },
  "/staff/tasks/:task/decision": { verdict: "refused", reason: "照片看不清" },
  "/staff/tasks/:task/returns": { reason: "照片不是这个人的" },
  "/staff/tasks/:task/objections": { note: "家里人说没有这回事" },
  "/staff/tasks/:task/done": { note: "已转劳动监察" },
  "/staff/tasks/:task/reveals": { field: "phone", reason: "call" },
};
