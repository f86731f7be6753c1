import { number, shape, tagged, text } from './guard';
import type { FromPage } from './messages';
import { choice } from './state';

const only = shape({});

/** Whether a value is a message of the page. */
export const isFromPage = tagged<FromPage>('type', {
  ready: only,
  choose: shape({ number, choice }),
  apply: shape({ seen: text, seenBeside: text }),
  preview: only,
  copyYaml: only,
  copyReproduce: only,
  copyVerify: shape({ index: number }),
  evaluateVerified: shape({ index: number }),
  moveUp: only,
  goToProblem: only,
  chooseTable: only,
  reveal: shape({ line: number }),
});
