const DATE_POINT = /(?<=(?<!\d)\d{1,2})\.(?=\d|\s\d|\s?\p{L})/gu

/** The text with a blank for the points of dates and ordinals ("bis 3.5. klären"), sign for sign, so that a point ends a sentence. */
export function withoutDatePoints(text: string): string {
  return text.includes('.') ? text.replace(DATE_POINT, ' ') : text
}
