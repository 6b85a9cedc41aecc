/** How wide a figure is on paper, in CSS pixels: between the margins of A4 and of Letter, less its frame. */
export const PAPER_WIDTH = 640;
