const NO_OWNER = /^(?:noch )?(?:offen|unklar|n\. ?n\.?|nn|tbd|tba|niemand|keiner|wer\??)$/iu
const BETWEEN_OWNERS = /[,;&+|]|<br ?\/?>|\/(?! ?-?in)|\s(?:und|u\.|sowie)\s/
const MOST_WORDS_OF_OWNER = 5

/** The owners that a cell or a label names, as written; a question mark or "offen" names nobody. */
export function ownersInCell(cell: string): string[] {
  return cell
    .split(BETWEEN_OWNERS)
    .map(name => name.replace(/[@*_?~]+|\([^()]*\)/g, '').trim())
    .filter(name => /^\p{L}/u.test(name) && !NO_OWNER.test(name) && name.split(' ').length <= MOST_WORDS_OF_OWNER)
}
