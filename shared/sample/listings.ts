import { addDays } from '../day.ts';
import type { Random } from '../random.ts';
import type { Desk, Job } from './desk.ts';
import {
  IMAGE_BATCHES,
  IMAGE_NOTES,
  LARKSPUR_RANGES,
  QUILLHAVEN_RANGES,
  SEND_BACK_UPLOAD,
  SPIKE_NOTES,
  UPLOAD_NOTES,
} from './listings-text.ts';
import type { Story } from './story.ts';
import type { WorkDay } from './work-days.ts';

/** Chance of a wrong listing: ordinary, while net prices go live unseen, and with the new procedure. */
function listingErrorRatio(day: string, story: Story): number {
  if (day < story.priceErrorsFrom) return 0.013;
  return day < story.uploadsVersion2On ? 0.13 : 0.005;
}

/** A day of Joanna's: three or four sheets of products and two batches of pictures. */
export function listingJobs(_desk: Desk, { day }: WorkDay, story: Story, random: Random): Job[] {
  const isAwaitingPhotos = day >= story.photosMissingFrom && day < story.photosArriveOn;
  const isCatchingUp = day >= story.photosArriveOn && day < addDays(story.photosArriveOn, 7);
  const sheets = isAwaitingPhotos ? 2 : isCatchingUp ? 4 : random.whole(3, 4);
  const jobs: Job[] = [];
  for (let n = 0; n < sheets; n++) {
    jobs.push(sheet(day, isAwaitingPhotos, isCatchingUp, story, random));
  }
  for (let n = 0; n < 2; n++) jobs.push(pictures(isAwaitingPhotos, random));
  return jobs;
}

function sheet(
  day: string,
  isAwaitingPhotos: boolean,
  isCatchingUp: boolean,
  story: Story,
  random: Random,
): Job {
  const isLarkspur = isAwaitingPhotos || random.chance(isCatchingUp ? 0.4 : 0.65);
  const quantity = random.whole(8, isCatchingUp ? 15 : 13);
  const ratio = listingErrorRatio(day, story) * (isLarkspur ? 1 : 0.5);
  let errors = 0;
  for (let n = 0; n < quantity; n++) errors += Number(random.chance(ratio));
  const isSpike = day >= story.priceErrorsFrom && day < story.uploadsVersion2On;
  const range = random.pick<string>(isLarkspur ? LARKSPUR_RANGES : QUILLHAVEN_RANGES);
  return {
    outcome: 'uploads',
    title: `${range}, sheet ${random.whole(1, 6)}`,
    client: isLarkspur ? 'larkspur' : 'quillhaven',
    minutes: quantity * random.whole(6, 8),
    waitedMinutes: random.whole(90, 700),
    quantity,
    errors,
    reference: `${isLarkspur ? 'LH' : 'QP'}-SHEET-${random.whole(210, 480)}`,
    note: isSpike && errors > 0 ? random.pick(SPIKE_NOTES) : random.pick(UPLOAD_NOTES),
    ...(random.chance(0.35) && { sop: 'uploadProduct' as const }),
    ...(isSpike && errors > 1 && random.chance(0.5) && { sentBack: random.pick(SEND_BACK_UPLOAD) }),
  };
}

function pictures(isAwaitingPhotos: boolean, random: Random): Job {
  const quantity = random.whole(19, 27);
  return {
    outcome: 'images',
    title: random.pick(IMAGE_BATCHES),
    client: isAwaitingPhotos || random.chance(0.7) ? 'larkspur' : 'quillhaven',
    minutes: quantity * 4,
    waitedMinutes: null,
    quantity,
    note: random.pick(IMAGE_NOTES),
  };
}
