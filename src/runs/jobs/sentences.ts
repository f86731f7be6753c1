import type { Job } from '../../hub';
import { duration } from '../../http/duration';

/** Why a job that is over gave nothing, in one sentence; null where it ended well. Its time limit may not be known. */
export function endingProblem(
  { stage, message, flavor, startedAt, page }: Job,
  timeoutSeconds: number | null,
): string | null {
  const reason = message === undefined ? '' : ` (${message.replace(/\s+/g, ' ').replace(/\.$/, '')})`;
  if (stage === 'COMPLETED') return null;
  if (stage === 'CANCELED') return `The job was cancelled${reason}; what it took until then is paid.`;
  if (stage === 'DELETED') return 'The job was deleted; its log is gone with it, so start it again.';
  if (startedAt === undefined)
    return `The job never started${reason}; choose hardware other than ${flavor}, or try again later.`;
  if (/time ?d? ?out/i.test(message ?? '')) {
    const limit = timeoutSeconds === null ? '' : ` of ${duration(timeoutSeconds)}`;
    return `The job was ended after its time limit${limit}${reason}; start it again with a longer one, or with fewer samples.`;
  }
  return `The job failed${reason}; its log says why: ${page}.`;
}

const NOTED_MINUTES = [5, 30, 120];

/** A sentence for each time that a job has waited so long in the queue that a person may want to know; it is said once. */
export class QueueNotes {
  #said = 0;

  /** What there is to say of a job at a time in milliseconds, if anything. */
  note({ stage, flavor, createdAt, page }: Job, now: number): string | null {
    const minutes = Math.floor((now - createdAt.getTime()) / 60_000);
    const passed = NOTED_MINUTES.filter((noted) => noted <= minutes).length;
    if (stage !== 'SCHEDULING' || passed <= this.#said) return null;
    this.#said = passed;
    return `The job has been waiting for ${flavor} for ${duration(minutes * 60)}, which costs nothing; wait on, or cancel it at ${page} and take other hardware.`;
  }
}
