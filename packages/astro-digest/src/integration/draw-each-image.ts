import type { SocialImageContent } from '../outputs/social-image.ts';
import type { SocialImageFailure } from './draw-missing-images.ts';
import { drawPng, socialImage } from './draw-social-image.ts';
import { messageOf } from './message-of.ts';

/** A picture that was drawn. */
export interface DrawnImage {
  /** Id of the issue. */
  id: string;
  png: Uint8Array<ArrayBuffer>;
}

/**
 * Draws pictures.
 *
 * @param onDrawn gets each of them
 * @returns those that could not be drawn
 */
export function drawEach(
  contents: readonly SocialImageContent[],
  onDrawn: (image: DrawnImage) => void,
): SocialImageFailure[] {
  const failures: SocialImageFailure[] = [];
  for (const content of contents) {
    try {
      // Bytes of its own, which can be handed over.
      onDrawn({ id: content.id, png: Uint8Array.from(drawPng(socialImage(content).drawing)) });
    } catch (error) {
      failures.push({ id: content.id, message: messageOf(error) });
    }
  }
  return failures;
}
