"use client";
import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { askServer, callAction } from "#client/ask-server.ts";
import { type WaitingConfirmation, WaitingConfirmations } from "#client/workbench/waiting-confirmations.ts";
import { useErrorText } from "#components/ui/error-text.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { listLostPlaceholders, renderPlaceholders } from "#core/articles/carry-over.ts";
import type { WorkbenchConfirmation } from "#core/articles/workbench.ts";
import { can } from "#core/people/permissions.ts";
import { confirmSegmentAction, withdrawConfirmationAction } from "#server/articles/actions.ts";

type Confirming = {
  /** Segments whose confirmation is on its way. */
  readonly waiting: ReadonlySet<string>;
  /** Confirms what the reader sees now, at the level that the reader may give. */
  readonly confirm: (segmentId: string) => Promise<void>;
  /** Takes the confirmation back; with a reason it is sent back. False, and said, when the server did not take it. */
  readonly withdraw: (segmentId: string, reason: string | null) => Promise<boolean>;
};

const ConfirmingContext = createContext<Confirming | null>(null);

export function useConfirming(): Confirming {
  const confirming = useContext(ConfirmingContext);
  if (!confirming) throw new Error("useConfirming stands outside its provider");
  return confirming;
}

type ConfirmingProviderProps = {
  /** The page's own list is of an earlier visit. */
  readonly isStale: boolean;
  readonly children: ReactNode;
};

/** Sends confirmations once all text is saved, and keeps the list of them fresh. */
export function ConfirmingProvider({ isStale, children }: ConfirmingProviderProps) {
  const t = useTranslations("workbench.confirmation");
  const getErrorText = useErrorText();
  const errorText = useRef(getErrorText);
  useEffect(() => {
    errorText.current = getErrorText;
  });
  const { data, session, model, segments, say } = useWorkbench();
  const [store] = useState(() => new WaitingConfirmations(data.me.id, data.article.id));
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(
    () => new Set(store.list().map((each) => each.segmentId)),
  );
  const isSending = useRef(false);

  /** How often the list was asked for, and the question whose answer is shown: what comes late is old. */
  const questions = useRef({ asked: 0, shown: 0 });
  const refetch = useCallback(async () => {
    questions.current.asked += 1;
    const question = questions.current.asked;
    // A route, since actions wait for one another. Without an answer the list stays as it is: the next change asks again.
    const address = `/api/articles/${data.article.id}/confirmations`;
    const answer = await askServer<readonly WorkbenchConfirmation[]>(address);
    if (!answer.ok || question < questions.current.shown) return;
    questions.current.shown = question;
    model.setConfirmations(answer.value);
  }, [data.article.id, model]);

  const sendOne = useCallback(
    async (each: WaitingConfirmation) => {
      const { number = 0, source = [] } = segments.get(each.segmentId) ?? {};
      const target = session.getTarget(each.segmentId);
      if (target.isLoaded && target.hash !== each.targetHash) say(t("dropped", { number }));
      else {
        const lost = target.isLoaded ? listLostPlaceholders(source, target.content) : [];
        const result = await confirmSegmentAction(each);
        if (!result.ok && result.error.code === "conflict") say(t("conflict", { number }));
        else if (!result.ok) say(errorText.current(result.error));
        else if (lost.length > 0) say(t("without", { number, what: renderPlaceholders(lost) }));
      }
      store.remove(each);
    },
    [say, segments, session, store, t],
  );

  const showWaiting = useCallback(() => {
    const ids = new Set(store.list().map((each) => each.segmentId));
    setWaiting((before) =>
      before.size === ids.size && [...ids].every((id) => before.has(id)) ? before : ids,
    );
  }, [store]);

  const send = useCallback(async () => {
    // Asked anew each time: more may be typed and confirmed while one is on its way.
    const findNext = () => (session.getStatus().state === "saved" ? store.list()[0] : undefined);
    if (isSending.current) return;
    if (!findNext()) return showWaiting();
    isSending.current = true;
    try {
      while (findNext()) {
        for (let each = findNext(); each; each = findNext()) await sendOne(each);
        await refetch();
      }
    } catch {
      // The server cannot be reached: what waits is stored, and goes with the next "saved".
    } finally {
      isSending.current = false;
      showWaiting();
    }
  }, [refetch, sendOne, session, showWaiting, store]);

  useEffect(() => {
    if (isStale) void refetch();
  }, [isStale, refetch]);

  useEffect(() => {
    void send();
    let wasOffline = session.getStatus().state === "offline";
    const stopStatus = session.subscribeStatus(() => {
      const isOffline = session.getStatus().state === "offline";
      // What others decided meanwhile came to nobody's ears here.
      if (wasOffline && !isOffline) void refetch();
      wasOffline = isOffline;
      void send();
    });
    const stopFacts = session.onFacts((message) => {
      if (message.type === "changed" && message.what === "confirmations") void refetch();
    });
    return () => {
      stopStatus();
      stopFacts();
    };
  }, [refetch, send, session]);

  const confirming = useMemo((): Confirming => {
    const level = can(data.me, "approve", data.article) ? "approved" : "translated";
    return {
      waiting,
      confirm: async (segmentId) => {
        // The reader sees these words, too.
        session.keepWords();
        const { hash, isEmpty } = session.getTarget(segmentId);
        if (isEmpty || !can(data.me, "translate", data.article)) return;
        store.add({ segmentId, level, targetHash: hash });
        showWaiting();
        const number = segments.get(segmentId)?.number ?? 0;
        if (session.getStatus().state === "offline") say(t("waits", { number }));
        await send();
      },
      withdraw: async (segmentId, reason) => {
        const answer = await callAction(() => withdrawConfirmationAction({ segmentId, reason }));
        if (!answer.ok) say(errorText.current(answer.failure, reason !== null));
        await refetch();
        return answer.ok;
      },
    };
  }, [data, refetch, say, segments, send, session, showWaiting, store, t, waiting]);

  return <ConfirmingContext.Provider value={confirming}>{children}</ConfirmingContext.Provider>;
}
