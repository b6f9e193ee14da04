/** Open article sessions of this window: made on first render, closed when the page has really gone. */
import { ArticleSession } from "#client/collab/article-session.ts";
import type { CollabAdmission, SessionOptions } from "#client/collab/session-types.ts";

type Held = { readonly session: ArticleSession; closing: ReturnType<typeof setTimeout> | null };

const held = new Map<string, Held>();
const usedTokens = new Set<string>();

/** True for a page that was opened before: going back in the history shows it again as it was then. */
export function isRevisited({ token }: CollabAdmission): boolean {
  return usedTokens.has(token);
}

/** The session of an article: the one already open, else a new one, started. Browser only. */
export function openSession(options: SessionOptions): ArticleSession {
  const known = held.get(options.article.id);
  if (known) return known.session;
  usedTokens.add(options.admission.token);
  const session = new ArticleSession(options);
  session.start();
  held.set(options.article.id, { session, closing: null });
  return session;
}

/** Keeps the session open until the returned function is called; React may call both twice in a row. */
export function keepSession(articleId: string): () => void {
  const known = held.get(articleId);
  if (!known) return () => {};
  if (known.closing !== null) clearTimeout(known.closing);
  known.closing = null;
  return () => {
    known.closing = setTimeout(() => {
      held.delete(articleId);
      known.session.destroy();
    }, 0);
  };
}
