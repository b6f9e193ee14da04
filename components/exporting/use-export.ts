"use client";
import { useEffect, useState } from "react";
import type { Answer } from "#client/ask-server.ts";
import {
  cancelExport,
  createExport,
  findExport,
  followExport,
  saveExport,
} from "#client/exporting/job-requests.ts";
import type { ShownFailure } from "#core/errors.ts";
import { type ExportJob, isActive } from "#core/exporting/job.ts";
import type { ExportOptions } from "#core/exporting/options.ts";

export type Exporting = {
  /** The job that runs, or that ended while the dialog was open. */
  readonly job: ExportJob | null;
  readonly failure: ShownFailure | null;
  /** True while an answer is awaited. */
  readonly isAsking: boolean;
  readonly start: (options: ExportOptions) => Promise<void>;
  readonly cancel: () => Promise<void>;
  /** Back to the options. */
  readonly reset: () => void;
};

/** Follows the export of an article, one begun earlier too, and saves its file when it is done. */
export function useExport(articleId: string): Exporting {
  const [job, setJob] = useState<ExportJob | null>(null);
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const [isAsking, setAsking] = useState(true);
  const followed = job && isActive(job) ? job.id : null;

  useEffect(() => {
    let isHere = true;
    void findExport(articleId).then((answer) => {
      if (!isHere) return;
      setAsking(false);
      // A job that ended earlier is no news; a failed look-up leaves the options open.
      if (answer.ok && answer.value && isActive(answer.value)) setJob(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, [articleId]);

  useEffect(() => {
    if (!followed) return;
    return followExport(
      followed,
      (next) => {
        setJob(next);
        if (next.state === "done") saveExport(next.id);
      },
      () => setFailure("unreachable"),
    );
  }, [followed]);

  const take = async (asked: Promise<Answer<ExportJob>>) => {
    setFailure(null);
    setAsking(true);
    const answer = await asked;
    setAsking(false);
    if (answer.ok) setJob(answer.value);
    else setFailure(answer.failure);
  };
  return {
    job,
    failure,
    isAsking,
    start: (options) => take(createExport(articleId, options)),
    cancel: async () => {
      if (job) await take(cancelExport(job.id));
    },
    reset: () => {
      setJob(null);
      setFailure(null);
    },
  };
}
