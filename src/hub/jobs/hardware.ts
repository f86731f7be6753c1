import { listJobHardware } from '@huggingface/hub';
import { attempt } from '../attempt';
import type { HubConnection } from '../connection';
import type { HubResult } from '../failure';
import { AnswerReader, type JsonObject, optionalText } from '../json';
import { viaLibrary } from '../library';

/** What a kind of hardware calculates with beside its processor. */
export interface Accelerator {
  readonly type: 'gpu' | 'neuron';
  /** Such as `A10G`. */
  readonly model: string;
  readonly manufacturer: string;
  readonly count: number;
  /** The memory of each one, as it is advertised. */
  readonly memory: number;
}

/** A kind of hardware that jobs run on, and its price. Memory and disk are in bytes, 0 where the Hub does not say. */
export interface Hardware {
  /** The name by which a job asks for it: `a10g-large`. */
  readonly flavor: string;
  readonly title: string;
  readonly memory: number;
  readonly disk: number;
  readonly accelerator: Accelerator | null;
  /** In millionths of a dollar. */
  readonly pricePerMinute: number;
}

const GIB = 2 ** 30;
const BYTES: Readonly<Record<string, number>> = { MB: GIB / 1024, GB: GIB, TB: 1024 * GIB };
const UNITS_PER_MINUTE: Readonly<Record<string, number>> = { minute: 1, hour: 1 / 60 };

/** The hardware that the Hub offers today, with today's prices. Nobody has to be signed in. */
export function listHardware(connection: HubConnection, signal?: AbortSignal): Promise<HubResult<readonly Hardware[]>> {
  return attempt(async () => {
    const answer = await viaLibrary(connection, {}, signal, (common) => listJobHardware(common));
    const read = new AnswerReader(connection);
    return read.objects(answer, 'the hardware').map((item) => hardwareOf(item, read));
  });
}

function hardwareOf(item: JsonObject, read: AnswerReader): Hardware {
  const flavor = read.text(item['name'], 'the name of hardware');
  const unit = UNITS_PER_MINUTE[String(item['unitLabel'])];
  return {
    flavor,
    title: optionalText(item['prettyName']) ?? flavor,
    memory: bytesOf(item['ram']),
    disk: bytesOf(item['ephemeralStorage']),
    accelerator:
      item['accelerator'] === null ? null : acceleratorOf(read.object(item['accelerator'], 'an accelerator')),
    pricePerMinute: read.number(item['unitCostMicroUSD'], 'a price') * read.number(unit, 'the unit of a price'),
  };
}

function acceleratorOf(accelerator: JsonObject): Accelerator {
  const count = Number(accelerator['quantity']) || 1;
  return {
    type: accelerator['type'] === 'neuron' ? 'neuron' : 'gpu',
    model: optionalText(accelerator['model']) ?? '',
    manufacturer: optionalText(accelerator['manufacturer']) ?? '',
    count,
    // The Hub tells the memory of all of them together.
    memory: bytesOf(accelerator['vram']) / count,
  };
}

/** The bytes of a size such as `24 GB`, which is in binary units whatever it says. */
function bytesOf(size: unknown): number {
  const [, amount, unit = ''] = /^([\d.]+)\s*([MGT]B)$/.exec(optionalText(size) ?? '') ?? [];
  return Number(amount ?? 0) * (BYTES[unit] ?? 0);
}
