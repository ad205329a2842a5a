/** The ending of a contact card's file name. Apart from the card itself, so that a screen knows it without the cryptography. */
export const CARD_ENDING = 'mengbu-card';
