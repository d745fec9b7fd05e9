/// ImageIO made safe: readers and writers chosen by name, watched while they read, their pictures
/// of any kind brought into one that Java2D scales right. For the engines that decode with it.
@NullMarked
package dev.slipway.image.imageio;

import org.jspecify.annotations.NullMarked;
