/** Sharp on a dense screen and in a chat that shrinks it. */
const SCALE = 2;
const WIDTH_PX = 820;
const PADDING_PX = 32;
/** Chromium draws no canvas that is higher. */
const MOST_CANVAS_PX = 16_000;

/**
 * A sheet drawn as a PNG out of its own markup and style: nothing on screen is captured. Null where it is too
 * long for a picture. The family of its type is whatever this computer has, for a drawing loads no fonts.
 */
export async function drawSheet(sheet: HTMLElement): Promise<Uint8Array<ArrayBuffer> | null> {
  const heightPx = heightOf(sheet);
  if (heightPx * SCALE > MOST_CANVAS_PX) return null;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(sheet, heightPx))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX * SCALE;
  canvas.height = heightPx * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  return blob && new Uint8Array(await blob.arrayBuffer());
}

/** As high as it is at the picture's width, whatever its place on screen is. */
function heightOf(sheet: HTMLElement): number {
  const copy = document.createElement('div');
  copy.style.cssText = `position:fixed;inset:0 auto auto -10000px;inline-size:${WIDTH_PX - 2 * PADDING_PX}px`;
  copy.append(sheet.cloneNode(true));
  document.body.append(copy);
  const { height } = copy.getBoundingClientRect();
  copy.remove();
  // Another family of type may need a little more.
  return Math.ceil(height * 1.04) + 2 * PADDING_PX;
}

function svgOf(sheet: HTMLElement, heightPx: number): string {
  const markup = new XMLSerializer().serializeToString(sheet);
  const style =
    `*{margin:0;padding:0;box-sizing:border-box}` +
    `.page{padding:${PADDING_PX}px;background:#fff;font-family:system-ui,sans-serif}${rulesOf(sheet)}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${heightPx}">` +
    `<foreignObject width="100%" height="100%"><div xmlns="http://www.w3.org/1999/xhtml" class="page">` +
    `<style><![CDATA[${style}]]></style>${markup}</div></foreignObject></svg>`
  );
}

/** The rules that name a class of the sheet; those of print are not among them. */
function rulesOf(sheet: HTMLElement): string {
  const names = new Set(
    [sheet, ...sheet.querySelectorAll('[class]')].flatMap((each) => [...each.classList]),
  );
  const rules = [...document.styleSheets].flatMap((styles) => [...styles.cssRules]);
  return rules
    .filter((rule) => rule instanceof CSSStyleRule)
    .filter(({ selectorText }) => [...names].some((name) => selectorText.includes(`.${name}`)))
    .map(({ cssText }) => cssText)
    .join('');
}
