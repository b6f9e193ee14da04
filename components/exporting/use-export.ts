"use client";
import { useEffect, useState } from "react";
import type { Answer } from "#client/ask-server.ts";
import {
  cancelExport,
  createExport,
  findExport,
  followExport,
  getFileAddress,
} from "#client/exporting/job-requests.ts";
import { saveFile } from "#client/save-file.ts";
import type { ShownFailure } from "#core/errors.ts";
import { type ExportJob, isActive } from "#core/exporting/job.ts";
import type { ExportOptions } from "#core/exporting/options.ts";

export type Exporting = {
  /** The job that runs, or that ended while the dialog was open. */
  readonly job: ExportJob | null;
  /** One whose file was made while nobody looked, null when there is none. */
  readonly earlier: ExportJob | null;
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
  const [earlier, setEarlier] = useState<ExportJob | null>(null);
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const [isAsking, setAsking] = useState(true);
  const followed = job && isActive(job) ? job.id : null;

  useEffect(() => {
    let isHere = true;
    void findExport(articleId).then((answer) => {
      if (!isHere) return;
      setAsking(false);
      // A failed look-up leaves the options open.
      if (!answer.ok || !answer.value) return;
      if (isActive(answer.value)) setJob(answer.value);
      else if (answer.value.state === "done") setEarlier(answer.value);
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
        if (next.state === "done") saveFile(getFileAddress(next.id));
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
    earlier,
    failure,
    isAsking,
    start: (options) => take(createExport(articleId, options)),
    cancel: async () => {
      if (job) await take(cancelExport(job.id));
    },
    reset: () => {
      if (job?.state === "done") setEarlier(job);
      setJob(null);
      setFailure(null);
    },
  };
}
